package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.thun.indicators.AreaValue;
import org.thun.indicators.MeasuredEntry.Purpose;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.Cumulation;
import org.thun.programmes.Indicator.IndicatorKind;
import org.thun.shared.DateRange;

/** Makes entered values into those of an indicator on a day. Pure: the same entries in any order give the same values. */
final class EntrySums {

    /** Of two entries of the same day the one that was entered later; ids are in the order of time. */
    private static final Comparator<EntryRow> LATER =
            Comparator.comparing(EntryRow::toOn).thenComparing(EntryRow::id);

    private EntrySums() {}

    /**
     * Those results that make up the value on a day.
     *
     * @param entries approved entries of the indicator
     * @param period the reporting period in which the day lies, or {@code null}
     */
    static List<EntryRow> used(Indicator indicator, Collection<EntryRow> entries, LocalDate asOf, DateRange period) {
        List<EntryRow> results = entries.stream()
                .filter(entry -> entry.purpose() == Purpose.RESULT && !entry.toOn().isAfter(asOf))
                .sorted(LATER)
                .toList();
        if (indicator.cumulation() == Cumulation.LATEST) {
            return latest(results);
        }
        return indicator.cumulation() == Cumulation.CUMULATIVE
                ? results
                : results.stream().filter(entry -> period != null && period.contains(entry.toOn())).toList();
    }

    static Reading read(Indicator indicator, Collection<EntryRow> entries, LocalDate asOf, DateRange period) {
        Map<String, List<EntryRow>> byPlace = used(indicator, entries, asOf, period).stream()
                .collect(Collectors.groupingBy(EntryRow::placeCode, LinkedHashMap::new, Collectors.toList()));
        Map<String, AreaValue> values = new LinkedHashMap<>();
        byPlace.forEach((place, some) -> values.put(place, sum(indicator, some)));
        AreaValue stated = values.get("");
        Map<String, AreaValue> centres = new LinkedHashMap<>(values);
        centres.remove("");
        boolean adds = indicator.kind().addsUp() || indicator.kind().isRatio();
        AreaValue whole = adds ? AreaValue.together(indicator, values.values())
                : stated != null ? stated
                : AreaValue.together(indicator, centres.values());
        return new Reading(whole, centres, baseline(indicator, entries, asOf, stated != null, centres.keySet()));
    }

    /** Together, as {@link AreaValue#worth} makes it. */
    static AreaValue sum(Indicator indicator, List<EntryRow> entries) {
        BigDecimal amount = entries.stream().map(EntryRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal of = entries.stream().map(EntryRow::ofAmount).filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return AreaValue.worth(indicator, amount, of);
    }

    /**
     * The baseline beside the value of the whole: its own where the value is stated, else the mean of the baselines of
     * exactly those areas whose values make it up. If one of them has none there is nothing to compare with.
     */
    private static BigDecimal baseline(Indicator indicator, Collection<EntryRow> entries, LocalDate asOf, boolean stated,
            Collection<String> centres) {
        Map<String, BigDecimal> baselines = new LinkedHashMap<>();
        latest(entries.stream()
                .filter(entry -> entry.purpose() == Purpose.BASELINE && !entry.toOn().isAfter(asOf))
                .sorted(LATER)
                .toList())
                .forEach(entry -> baselines.put(entry.placeCode(), entry.amount()));
        if (stated || indicator.kind() != IndicatorKind.INDEX) {
            return baselines.get("");
        }
        return centres.isEmpty() || !baselines.keySet().containsAll(centres)
                ? null
                : AreaValue.mean(centres.stream().map(baselines::get).toList());
    }

    private static List<EntryRow> latest(List<EntryRow> rising) {
        Map<String, EntryRow> latest = new LinkedHashMap<>();
        rising.forEach(entry -> latest.put(entry.placeCode(), entry));
        return new ArrayList<>(latest.values());
    }
}
