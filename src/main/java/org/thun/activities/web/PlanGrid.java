package org.thun.activities.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.thun.activities.Occurrence;
import org.thun.activities.RoundGap;
import org.thun.programmes.Activity;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * The plan of a grant over its months: planned bars and marks, and below them what was really held.
 *
 * @param zoom how much time one column holds
 * @param columns the columns, counted from the start of the contract (BR-41)
 * @param fiscalYears Thai fiscal years over the columns (BR-42)
 * @param groups activities by work plan
 * @param budget agreed budget of all activities
 * @param cost accepted cost of all activities
 * @param agreedMonths length of the grant when its plan was laid out
 * @param months length of the grant now
 */
record PlanGrid(
        Zoom zoom,
        List<Column> columns,
        List<FiscalYear> fiscalYears,
        List<Group> groups,
        Money budget,
        Money cost,
        int agreedMonths,
        int months) {

    public boolean extended() {
        return months > agreedMonths;
    }

    /** How much time one column holds. Quarters and years are those of the Thai fiscal year. */
    enum Zoom {
        MONTH,
        QUARTER,
        YEAR;

        /** As it stands in addresses; months for anything unknown. */
        static Zoom of(String parameter) {
            for (Zoom zoom : values()) {
                if (zoom.parameter().equals(parameter)) {
                    return zoom;
                }
            }
            return MONTH;
        }

        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Months that share a column.
     *
     * @param firstMonth first grant month
     * @param lastMonth last grant month
     * @param days the days of those months
     * @param lastBegins first day of the last month
     * @param fiscalYear fiscal year of the Buddhist era in which they begin
     * @param quarter quarter of that year in which the first begins, 1 to 4
     * @param now whether today lies in it
     * @param extension whether it came with an extension
     */
    record Column(
            int firstMonth,
            int lastMonth,
            DateRange days,
            LocalDate lastBegins,
            int fiscalYear,
            int quarter,
            boolean now,
            boolean extension) {}

    /** So many columns begin in that fiscal year of the Buddhist era. */
    record FiscalYear(int year, int columns) {}

    /** A work plan with its activities. */
    record Group(LocalizedText title, List<Row> rows) {}

    /**
     * An activity.
     *
     * @param activity the activity
     * @param conflicts contradictions recorded in the definition
     * @param gaps rounds too near or too far from each other
     * @param lanes lines of the grid, at least one
     * @param budget agreed budget
     * @param cost accepted cost
     * @param occurrences its occurrences
     */
    record Row(
            Activity activity,
            List<LocalizedText> conflicts,
            List<RoundGap> gaps,
            List<Lane> lanes,
            Money budget,
            Money cost,
            List<Occurrence> occurrences) {}

    /** One line of the grid: pieces that do not overlap, and the empty cells between them. */
    record Lane(boolean held, List<Segment> segments) {}

    /**
     * Neighbouring cells.
     *
     * @param columns how many columns they take
     * @param blanks the markup of so many empty cells, or {@code null} under a piece
     * @param piece what lies over them, or {@code null} for empty ones
     */
    record Segment(int columns, String blanks, Piece piece) {}

    /**
     * A mark or a bar.
     *
     * @param occurrence the occurrence it belongs to
     * @param kind plan, reality or the place it was agreed in
     * @param shape classes of the style sheet
     * @param label everything it says, in words
     * @param firstMonth first grant month it lies in
     * @param lastMonth last grant month it lies in
     * @param movable whether the reader may ask for other months
     */
    record Piece(
            Occurrence occurrence,
            Kind kind,
            String shape,
            String label,
            int firstMonth,
            int lastMonth,
            boolean movable) {}

    /** What a piece shows. */
    enum Kind {
        PLANNED,
        HELD,
        /** The months laid out at first, of an occurrence that has been moved. */
        AGREED
    }

    public Money left() {
        return budget.minus(cost);
    }

    /** What activities that are over or given up have not used: free for others by an amendment. */
    public Money released() {
        return Money.sum(groups.stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> !row.occurrences().isEmpty()
                        && row.occurrences().stream().allMatch(occurrence -> occurrence.state().settled()))
                .map(row -> row.budget().minus(row.cost()))
                .toList());
    }

    static Money sum(Collection<Group> groups, Function<Row, Money> amount) {
        return Money.sum(groups.stream().flatMap(group -> group.rows().stream()).map(amount).toList());
    }

    static List<FiscalYear> fiscalYears(List<Column> columns) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        columns.forEach(column -> counts.merge(column.fiscalYear(), 1, Integer::sum));
        List<FiscalYear> years = new ArrayList<>();
        counts.forEach((year, count) -> years.add(new FiscalYear(year, count)));
        return years;
    }
}
