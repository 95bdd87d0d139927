package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.shared.DateRange;

/**
 * Adds up what stretches of days that come or go change in the counts. Pure arithmetic; the recount in
 * {@link CheckMapper#RECOUNT} says the same in SQL.
 */
final class TallyChanges {

    private record Key(String grantId, Register register, String facet, LocalDate day, String centre) {}

    /** The days on which a record counts, whatever its facets. */
    private record Whole(String recordId, LocalDate from, LocalDate to) {}

    private final Map<Key, TallyRow> rows = new HashMap<>();

    /** Stretches that are there now; {@code shared} are the days on which they are shared (BR-20). */
    TallyChanges come(Collection<StandingRow> stretches, SharedDays shared) {
        return count(stretches, shared, 1);
    }

    /** Stretches that are there no more. */
    TallyChanges go(Collection<StandingRow> stretches, SharedDays shared) {
        return count(stretches, shared, -1);
    }

    TallyChanges add(TallyChanges other) {
        other.rows.values().forEach(this::add);
        return this;
    }

    /** What has changed, in the order of the table's key. */
    List<TallyRow> rows() {
        return rows.values().stream()
                .filter(row -> !row.changesNothing())
                .sorted(TallyRow.KEY_ORDER)
                .toList();
    }

    private TallyChanges count(Collection<StandingRow> stretches, SharedDays shared, int sign) {
        Map<Whole, StandingRow> records = new HashMap<>();
        for (StandingRow row : stretches) {
            count(row, row.facetCode(), shared.of(row.recordId(), row.facetCode()), sign);
            records.put(new Whole(row.recordId(), row.countsFrom(), row.countsTo()), row);
        }
        records.values().forEach(row ->
                count(row, TallyRow.ANY_FACET, shared.of(row.recordId(), TallyRow.ANY_FACET), sign));
        return this;
    }

    private void count(StandingRow row, String facet, List<DateRange> shared, int sign) {
        change(row, facet, row.countsFrom(), sign, 0, sign, 0);
        changeAfter(row, facet, row.countsTo(), 0, sign, 0, sign);
        for (DateRange days : shared) {
            LocalDate from = later(days.from(), row.countsFrom());
            LocalDate to = earlier(days.to(), row.countsTo());
            if (from.isAfter(to)) {
                continue;
            }
            boolean fromTheStart = from.equals(row.countsFrom());
            change(row, facet, from, 0, 0, fromTheStart ? -sign : 0, fromTheStart ? 0 : sign);
            boolean toTheEnd = to.equals(row.countsTo());
            changeAfter(row, facet, to, 0, 0, toTheEnd ? 0 : sign, toTheEnd ? -sign : 0);
        }
    }

    private void changeAfter(StandingRow row, String facet, LocalDate last, int added, int removed, int nationalAdded,
            int nationalRemoved) {
        if (last.isBefore(Cases.FOR_EVER)) {
            change(row, facet, last.plusDays(1), added, removed, nationalAdded, nationalRemoved);
        }
    }

    private void change(StandingRow row, String facet, LocalDate day, int added, int removed, int nationalAdded,
            int nationalRemoved) {
        add(new TallyRow(row.grantId(), row.registerCode(), facet, day, row.centreCode(), added, removed, nationalAdded,
                nationalRemoved));
    }

    private void add(TallyRow row) {
        rows.merge(new Key(row.grantId(), row.registerCode(), row.facetCode(), row.onDay(), row.centreCode()), row,
                TallyRow::plus);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** The same rows by month. */
    static List<TallyRow> byMonth(List<TallyRow> rows) {
        Map<Key, TallyRow> months = new HashMap<>();
        for (TallyRow row : rows) {
            LocalDate first = row.onDay().withDayOfMonth(1);
            TallyRow inMonth = new TallyRow(row.grantId(), row.registerCode(), row.facetCode(), first, row.centreCode(),
                    row.added(), row.removed(), row.nationalAdded(), row.nationalRemoved());
            months.merge(new Key(row.grantId(), row.registerCode(), row.facetCode(), first, row.centreCode()), inMonth,
                    TallyRow::plus);
        }
        List<TallyRow> sorted = new ArrayList<>(months.values());
        sorted.removeIf(TallyRow::changesNothing);
        sorted.sort(TallyRow.KEY_ORDER);
        return sorted;
    }
}
