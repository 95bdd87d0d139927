package org.thun.reporting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.thun.activities.OccurrenceState;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * The activity plan of a grant as a document: what was planned and what was held, month by month, and what came of it.
 * Days, outputs and costs of activities come from accepted reports alone (BR-50).
 *
 * @param grantId the grant
 * @param number number of its agreement
 * @param title title of the project
 * @param grantee who received it
 * @param asOf the day whose plan this is
 * @param generatedAt when it was collected, Bangkok time
 * @param synthetic whether people and amounts are made up
 * @param term first to last day of the grant
 * @param months its months, in order (BR-41)
 * @param agreedMonths how many of them were agreed at first; those after came with an extension
 * @param withReports whether the reader may know what the reports say
 * @param rows the activities, in the order of the work plans
 */
public record PlanReport(
        String grantId,
        String number,
        LocalizedText title,
        LocalizedText grantee,
        LocalDate asOf,
        LocalDateTime generatedAt,
        boolean synthetic,
        DateRange term,
        List<DateRange> months,
        int agreedMonths,
        boolean withReports,
        List<Row> rows) {

    public PlanReport {
        months = List.copyOf(months);
        rows = List.copyOf(rows);
    }

    /** All occurrences, in the order of the activities. */
    public List<Item> items() {
        return rows.stream().flatMap(row -> row.items().stream()).toList();
    }

    /**
     * An activity.
     *
     * @param workPlan work plan it belongs to
     * @param code its code
     * @param title what it is called
     * @param items its occurrences; none where the schedule has no row for it
     */
    public record Row(LocalizedText workPlan, String code, LocalizedText title, List<Item> items) {

        public Row {
            items = List.copyOf(items);
        }
    }

    /**
     * An occurrence.
     *
     * @param no its number in the activity
     * @param firstMonth first grant month of the plan
     * @param lastMonth last grant month of the plan
     * @param days the days of those months
     * @param agreedFirstMonth first grant month as laid out at first, or {@code null} if it was added later
     * @param agreedLastMonth last grant month as laid out at first, or {@code null} if it was added later
     * @param mark whether it is a mark, else a part of a bar
     * @param endAssumed part of a bar whose end nobody stated
     * @param state where it stands
     * @param lateSince day since which its report is owed, or {@code null}
     * @param held days on which it took place, or {@code null}
     * @param participants people who took part, or {@code null}
     * @param outputs what came of it, or {@code null}
     * @param budget what it is to cost by its newest plan, or {@code null}
     * @param cost what it cost, or {@code null}
     */
    public record Item(
            int no,
            int firstMonth,
            int lastMonth,
            DateRange days,
            Integer agreedFirstMonth,
            Integer agreedLastMonth,
            boolean mark,
            boolean endAssumed,
            OccurrenceState state,
            LocalDate lateSince,
            DateRange held,
            Integer participants,
            String outputs,
            Money budget,
            Money cost) {

        public boolean late() {
            return lateSince != null;
        }

        public boolean added() {
            return agreedFirstMonth == null;
        }

        public boolean moved() {
            return !added() && (agreedFirstMonth != firstMonth || agreedLastMonth != lastMonth);
        }
    }
}
