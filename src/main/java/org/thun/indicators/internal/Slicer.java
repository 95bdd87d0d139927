package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.indicators.AreaValue;
import org.thun.indicators.Disaggregation;
import org.thun.indicators.Disaggregation.Slice;
import org.thun.indicators.MeasuredEntry;
import org.thun.indicators.MeasuredEntry.EntrySlice;
import org.thun.programmes.CodeItem;
import org.thun.programmes.Indicator;
import org.thun.programmes.IndicatorSource;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.CountFilter;
import org.thun.registry.RegisterLists;
import org.thun.registry.RegistryCounts;
import org.thun.registry.RegistryCounts.RecordTrait;
import org.thun.registry.RegistryCounts.Tally;
import org.thun.shared.LocalizedText;
import org.thun.shared.ThaiOrder;

/** Breaks counts down by the lists the definition names: types and categories from summaries, the rest from the records. */
@Component
class Slicer {

    private static final String AGE_GROUP = "age_group";
    private static final String DISTRICT = "district";
    private static final LocalizedText DISTRICT_TITLE = new LocalizedText("อำเภอหรือเขต", "District");

    private final RegistryCounts counts;

    Slicer(RegistryCounts counts) {
        this.counts = counts;
    }

    /** The lists by which an indicator can be broken down, with what they are called. */
    Map<String, LocalizedText> lists(ProgrammeDefinition definition, Indicator indicator) {
        Map<String, LocalizedText> lists = new LinkedHashMap<>();
        if (!indicator.countsRecords()) {
            enteredLists(definition, indicator).forEach(list -> lists.put(list, definition.listTitle(list)));
            return lists;
        }
        for (String list : indicator.alsoBy()) {
            if (byFacet(definition, indicator, list) || trait(definition, indicator, list) != null) {
                lists.put(list, list.equals(DISTRICT) ? DISTRICT_TITLE : definition.listTitle(list));
            }
        }
        return lists;
    }

    /** The lists by which entered values can be given in parts: code lists, of what adds up. */
    static List<String> enteredLists(ProgrammeDefinition definition, Indicator indicator) {
        return indicator.isEntered() && (indicator.kind().addsUp() || indicator.kind().isRatio())
                ? indicator.alsoBy().stream().filter(list -> !definition.list(list).isEmpty()).toList()
                : List.of();
    }

    /** The parts that people have entered, added up; what they did not break down is not stated. */
    Disaggregation slice(ProgrammeDefinition definition, Indicator indicator, String list, List<MeasuredEntry> entries) {
        BigDecimal above = sum(entries.stream().map(MeasuredEntry::amount));
        BigDecimal below = sum(entries.stream().map(MeasuredEntry::of));
        List<Slice> slices = new ArrayList<>();
        BigDecimal restAbove = above;
        BigDecimal restBelow = below;
        for (CodeItem item : definition.list(list)) {
            List<EntrySlice> parts = entries.stream()
                    .flatMap(entry -> entry.slices().stream())
                    .filter(slice -> slice.list().equals(list) && slice.code().equals(item.code()))
                    .toList();
            AreaValue part = AreaValue.worth(indicator, sum(parts.stream().map(EntrySlice::amount)),
                    sum(parts.stream().map(EntrySlice::of)));
            slices.add(new Slice(item.code(), item.text(), part));
            restAbove = restAbove.subtract(part.amount());
            restBelow = part.of() == null ? restBelow : restBelow.subtract(part.of());
        }
        return new Disaggregation(list, definition.listTitle(list), slices, AreaValue.worth(indicator, restAbove, restBelow),
                AreaValue.worth(indicator, above, below));
    }

    private static BigDecimal sum(Stream<BigDecimal> values) {
        return values.filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Disaggregation slice(Grant grant, ProgrammeDefinition definition, Indicator indicator, String list,
            Set<String> centres, LocalDate asOf) {
        LocalizedText title = lists(definition, indicator).get(list);
        if (byFacet(definition, indicator, list)) {
            return byFacet(grant, definition, indicator, list, title, centres, asOf);
        }
        Map<String, Long> said = counts.breakdown(grant.id(), Sources.filter(indicator.source()),
                trait(definition, indicator, list), centres, asOf);
        long total = said.values().stream().mapToLong(Long::longValue).sum();
        List<Slice> slices = switch (list) {
            case AGE_GROUP -> byAge(definition, said, asOf);
            case DISTRICT -> byDistrict(said);
            default -> byCode(definition.list(list), said);
        };
        return Disaggregation.of(list, title, slices, total);
    }

    private static boolean byFacet(ProgrammeDefinition definition, Indicator indicator, String list) {
        return list.equals(RegisterLists.categoryList(definition, indicator.source().register()));
    }

    private static RecordTrait trait(ProgrammeDefinition definition, Indicator indicator, String list) {
        IndicatorSource source = indicator.source();
        return switch (list) {
            case RegisterLists.SEX -> RecordTrait.SEX;
            case AGE_GROUP -> definition.list(list).isEmpty() ? null : RecordTrait.BIRTH_YEAR;
            case DISTRICT -> RecordTrait.DISTRICT;
            default -> list.equals(RegisterLists.channelList(definition, source.register()))
                            || source.role() != null && list.equals(RegisterLists.detailList(definition, source.role()))
                    ? RecordTrait.DETAIL
                    : null;
        };
    }

    private Disaggregation byFacet(Grant grant, ProgrammeDefinition definition, Indicator indicator, String list,
            LocalizedText title, Set<String> centres, LocalDate asOf) {
        Map<String, CountFilter> filters = new LinkedHashMap<>();
        definition.list(list).forEach(item ->
                filters.put(item.code(), new CountFilter(indicator.source().register(), item.code())));
        CountFilter all = Sources.filter(indicator.source());
        List<CountFilter> wanted = new ArrayList<>(filters.values());
        wanted.add(all);
        Map<CountFilter, Tally> tallies = counts.tallies(grant.id(), wanted, asOf);
        List<Slice> slices = definition.list(list).stream()
                .map(item -> Slice.of(item.code(), item.text(), of(tallies.get(filters.get(item.code())), centres)))
                .toList();
        return Disaggregation.of(list, title, slices, of(tallies.get(all), centres));
    }

    private static long of(Tally tally, Set<String> centres) {
        return centres == null
                ? tally.national()
                : centres.stream().mapToLong(centre -> tally.byCentre().getOrDefault(centre, 0L)).sum();
    }

    private static List<Slice> byCode(List<CodeItem> items, Map<String, Long> said) {
        return items.stream()
                .map(item -> Slice.of(item.code(), item.text(), said.getOrDefault(item.code(), 0L)))
                .toList();
    }

    /** Age in the year asked for, by year of birth; more is not known. */
    private static List<Slice> byAge(ProgrammeDefinition definition, Map<String, Long> said, LocalDate asOf) {
        return definition.list(AGE_GROUP).stream()
                .map(item -> Slice.of(item.code(), item.text(), said.entrySet().stream()
                        .filter(born -> !born.getKey().isBlank())
                        .filter(born -> item.includes(asOf.getYear() - Integer.parseInt(born.getKey().strip())))
                        .mapToLong(Map.Entry::getValue)
                        .sum()))
                .toList();
    }

    private static List<Slice> byDistrict(Map<String, Long> said) {
        return said.entrySet().stream()
                .filter(district -> !district.getKey().isEmpty())
                .sorted(ThaiOrder.by(Map.Entry::getKey))
                .map(district -> Slice.of(district.getKey(), new LocalizedText(district.getKey(), null),
                        district.getValue()))
                .toList();
    }
}
