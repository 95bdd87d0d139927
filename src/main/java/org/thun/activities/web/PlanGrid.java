package org.thun.activities.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.programmes.Activity;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.ScheduleRow;
import org.thun.programmes.WorkPlan;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.ThaiDates;

/**
 * The month grid of a grant: what the schedule plans above what took place, by contract month.
 *
 * @param months the months, counted from the start of the contract
 * @param fiscalYears Thai fiscal years over the months (BR-42)
 * @param groups activities by work plan
 * @param budget agreed budget of all activities
 * @param cost accepted cost of all activities
 */
record PlanGrid(List<Month> months, List<FiscalYear> fiscalYears, List<Group> groups, Money budget, Money cost) {

    /** A contract month; {@code now} marks the one that runs. */
    record Month(int no, DateRange days, boolean now) {}

    /** So many months begin in that fiscal year of the Buddhist era. */
    record FiscalYear(int year, int months) {}

    /** A work plan with its activities. */
    record Group(LocalizedText title, List<Row> rows) {}

    /** An activity over the months. */
    record Row(
            Activity activity,
            List<LocalizedText> conflicts,
            List<Cell> cells,
            Money budget,
            Money cost,
            List<Occurrence> occurrences) {}

    /** What is planned and what took place in one month; either may be {@code null}. */
    record Cell(Month month, Piece planned, Piece held) {}

    /**
     * A mark, or the part of a bar that lies in one month.
     *
     * @param occurrence the occurrence it belongs to
     * @param shape classes of the style sheet
     * @param first whether the occurrence begins in this month
     */
    record Piece(Occurrence occurrence, String shape, boolean first) {}

    static PlanGrid of(
            Grant grant,
            ProgrammeDefinition definition,
            List<Occurrence> occurrences,
            List<BudgetLine> budget,
            LocalDate today) {
        List<Month> months = new ArrayList<>();
        for (int no = 1; no <= grant.durationMonths(); no++) {
            DateRange days = grant.months().month(no);
            months.add(new Month(no, days, days.contains(today)));
        }
        List<Group> groups = new ArrayList<>();
        for (WorkPlan plan : definition.workPlans()) {
            groups.add(new Group(plan.title(), plan.activities().stream()
                    .map(activity -> row(grant, definition, activity, months,
                            occurrences.stream()
                                    .filter(occurrence -> occurrence.activityCode().equals(activity.code()))
                                    .toList(),
                            budget))
                    .toList()));
        }
        return new PlanGrid(months, fiscalYears(months), groups, sum(groups, Row::budget), sum(groups, Row::cost));
    }

    private static List<FiscalYear> fiscalYears(List<Month> months) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        months.forEach(month -> counts.merge(ThaiDates.fiscalYear(month.days().from()), 1, Integer::sum));
        return counts.entrySet().stream().map(year -> new FiscalYear(year.getKey(), year.getValue())).toList();
    }

    private static Money sum(List<Group> groups, java.util.function.Function<Row, Money> amount) {
        return Money.sum(groups.stream().flatMap(group -> group.rows().stream()).map(amount).toList());
    }

    private static Row row(
            Grant grant,
            ProgrammeDefinition definition,
            Activity activity,
            List<Month> months,
            List<Occurrence> occurrences,
            List<BudgetLine> budget) {
        List<Cell> cells = months.stream()
                .map(month -> new Cell(month, planned(month, occurrences), held(month, occurrences, grant)))
                .toList();
        Money agreed = Money.sum(budget.stream()
                .filter(line -> line.activityCode().equals(activity.code()))
                .map(BudgetLine::amount)
                .toList());
        Money cost = Money.sum(occurrences.stream()
                .map(Occurrence::acceptedCost)
                .filter(amount -> amount != null)
                .toList());
        List<LocalizedText> conflicts =
                definition.scheduleOf(activity.code()).map(ScheduleRow::conflicts).orElse(List.of());
        return new Row(activity, conflicts, cells, agreed, cost, occurrences);
    }

    private static Piece planned(Month month, List<Occurrence> occurrences) {
        for (Occurrence occurrence : occurrences) {
            if (occurrence.firstMonth() <= month.no() && month.no() <= occurrence.lastMonth()) {
                String shape = shape(occurrence.mark(), month.no(), occurrence.firstMonth(), occurrence.lastMonth());
                String open = occurrence.endAssumed() && month.no() == occurrence.lastMonth() ? " open" : "";
                return new Piece(occurrence, shape + open + standing(occurrence),
                        month.no() == occurrence.firstMonth());
            }
        }
        return null;
    }

    private static Piece held(Month month, List<Occurrence> occurrences, Grant grant) {
        for (Occurrence occurrence : occurrences) {
            if (occurrence.heldDays() != null) {
                int first = grant.months().monthOf(occurrence.heldDays().from());
                int last = grant.months().monthOf(occurrence.heldDays().to());
                if (first <= month.no() && month.no() <= last) {
                    String accepted = occurrence.state() == OccurrenceState.ACCEPTED ? " done" : " active";
                    return new Piece(occurrence, shape(first == last, month.no(), first, last) + accepted,
                            month.no() == first);
                }
            }
        }
        return null;
    }

    private static String shape(boolean mark, int month, int first, int last) {
        if (mark) {
            return "mark";
        }
        return "bar" + (month == first ? " from" : "") + (month == last ? " to" : "");
    }

    private static String standing(Occurrence occurrence) {
        if (occurrence.isLate()) {
            return " late";
        }
        return switch (occurrence.state()) {
            case PLANNED -> "";
            case READY, IN_PROGRESS, DONE, REPORTED -> " active";
            case ACCEPTED -> " done";
            case CANCELLED -> " cancelled";
        };
    }
}
