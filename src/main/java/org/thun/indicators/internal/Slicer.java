package org.thun.indicators.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.indicators.Disaggregation;
import org.thun.indicators.Disaggregation.Slice;
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
        for (String list : indicator.alsoBy()) {
            if (byFacet(definition, indicator, list) || trait(definition, indicator, list) != null) {
                lists.put(list, list.equals(DISTRICT) ? DISTRICT_TITLE : definition.listTitle(list));
            }
        }
        return lists;
    }

    Disaggregation slice(Grant grant, ProgrammeDefinition definition, Indicator indicator, String list,
            Set<String> centres, LocalDate asOf) {
        LocalizedText title = lists(definition, indicator).get(list);
        if (byFacet(definition, indicator, list)) {
            return byFacet(grant, definition, indicator, list, title, centres, asOf);
        }
        Map<String, Long> said = counts.breakdown(grant.id(), MeasuringRoom.filter(indicator),
                trait(definition, indicator, list), centres, asOf);
        long total = said.values().stream().mapToLong(Long::longValue).sum();
        List<Slice> slices = switch (list) {
            case AGE_GROUP -> byAge(definition, said, asOf);
            case DISTRICT -> byDistrict(said);
            default -> byCode(definition.list(list), said);
        };
        long stated = slices.stream().mapToLong(Slice::counted).sum();
        return new Disaggregation(list, title, slices, total - stated, total);
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
        CountFilter all = MeasuringRoom.filter(indicator);
        List<CountFilter> wanted = new ArrayList<>(filters.values());
        wanted.add(all);
        Map<CountFilter, Tally> tallies = counts.tallies(grant.id(), wanted, asOf);
        List<Slice> slices = definition.list(list).stream()
                .map(item -> new Slice(item.code(), item.text(), of(tallies.get(filters.get(item.code())), centres)))
                .toList();
        long total = of(tallies.get(all), centres);
        return new Disaggregation(list, title, slices,
                total - slices.stream().mapToLong(Slice::counted).sum(), total);
    }

    private static long of(Tally tally, Set<String> centres) {
        return centres == null
                ? tally.national()
                : centres.stream().mapToLong(centre -> tally.byCentre().getOrDefault(centre, 0L)).sum();
    }

    private static List<Slice> byCode(List<CodeItem> items, Map<String, Long> said) {
        return items.stream()
                .map(item -> new Slice(item.code(), item.text(), said.getOrDefault(item.code(), 0L)))
                .toList();
    }

    /** Age in the year asked for, by year of birth; more is not known. */
    private static List<Slice> byAge(ProgrammeDefinition definition, Map<String, Long> said, LocalDate asOf) {
        return definition.list(AGE_GROUP).stream()
                .map(item -> new Slice(item.code(), item.text(), said.entrySet().stream()
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
                .map(district -> new Slice(district.getKey(), new LocalizedText(district.getKey(), null),
                        district.getValue()))
                .toList();
    }
}
