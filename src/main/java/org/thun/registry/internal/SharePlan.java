package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thun.registry.internal.StandingMapper.SharedRow;
import org.thun.shared.DateRange;

/**
 * Which of one person's records counts for the nation (BR-20): on each day and under each facet the first of them that
 * counts at all. The others are shared: they count for their centre only. When the first grows stale or is corrected, the
 * next steps in by itself.
 */
final class SharePlan {

    private SharePlan() {}

    /**
     * The days on which records are shared.
     *
     * @param order the records of one person, the one that counts first in front
     * @param stretches days on which they count
     * @param from the first day that matters
     */
    static List<SharedRow> of(List<String> order, List<StandingRow> stretches, LocalDate from) {
        Map<String, Map<String, List<DateRange>>> byFacet = new LinkedHashMap<>();
        for (StandingRow row : stretches) {
            if (!row.countsTo().isBefore(from)) {
                DateRange days = new DateRange(row.countsFrom().isBefore(from) ? from : row.countsFrom(), row.countsTo());
                add(byFacet, row.facetCode(), row.recordId(), days);
                add(byFacet, TallyRow.ANY_FACET, row.recordId(), days);
            }
        }
        List<SharedRow> shared = new ArrayList<>();
        byFacet.forEach((facet, byRecord) -> {
            List<DateRange> taken = new ArrayList<>();
            for (String record : order) {
                List<DateRange> own = joined(byRecord.getOrDefault(record, List.of()));
                for (DateRange days : common(own, taken)) {
                    shared.add(new SharedRow(record, facet, days.from(), days.to()));
                }
                taken.addAll(own);
                taken = new ArrayList<>(joined(taken));
            }
        });
        return shared;
    }

    private static void add(Map<String, Map<String, List<DateRange>>> byFacet, String facet, String record, DateRange days) {
        byFacet.computeIfAbsent(facet, f -> new LinkedHashMap<>())
                .computeIfAbsent(record, r -> new ArrayList<>())
                .add(days);
    }

    /** The same days in as few ranges as can be, in order. */
    private static List<DateRange> joined(List<DateRange> ranges) {
        List<DateRange> joined = new ArrayList<>();
        for (DateRange range : ranges.stream().sorted(Comparator.comparing(DateRange::from)).toList()) {
            DateRange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || range.from().isAfter(last.to().plusDays(1))) {
                joined.add(range);
            } else if (range.to().isAfter(last.to())) {
                joined.set(joined.size() - 1, new DateRange(last.from(), range.to()));
            }
        }
        return joined;
    }

    private static List<DateRange> common(List<DateRange> ones, List<DateRange> others) {
        List<DateRange> common = new ArrayList<>();
        for (DateRange one : ones) {
            for (DateRange other : others) {
                LocalDate from = one.from().isAfter(other.from()) ? one.from() : other.from();
                LocalDate to = one.to().isBefore(other.to()) ? one.to() : other.to();
                if (!from.isAfter(to)) {
                    common.add(new DateRange(from, to));
                }
            }
        }
        return common;
    }
}
