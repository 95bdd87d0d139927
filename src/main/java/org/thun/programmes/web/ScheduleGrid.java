package org.thun.programmes.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.thun.programmes.Activity;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.ReportingPolicy.ReportingPeriod;
import org.thun.programmes.ScheduleRow;
import org.thun.programmes.ScheduleRow.Bar;
import org.thun.programmes.WorkPlan;
import org.thun.shared.GrantMonths;

/**
 * The month table of a definition, ready to be drawn.
 *
 * @param months the columns
 * @param periods the reporting periods over the columns; empty where they do not follow months
 * @param groups the work plans with their rows
 */
record ScheduleGrid(List<Column> months, List<ReportingPeriod> periods, List<Group> groups) {

    /**
     * A month.
     *
     * @param no grant month
     * @param firstDay its first day, or {@code null} while no start is known
     */
    record Column(int no, LocalDate firstDay) {}

    record Group(WorkPlan workPlan, List<Row> rows) {}

    /** An activity; {@code scheduled} is false where the table has no row for it. */
    record Row(Activity activity, boolean scheduled, List<Cell> cells) {}

    /**
     * What stands in a month.
     *
     * @param mark something happens in this month
     * @param bar work runs in this month
     * @param from the bar begins here
     * @param to the bar ends here by the plan
     * @param open the grant ends here while the bar has no stated end
     */
    record Cell(boolean mark, boolean bar, boolean from, boolean to, boolean open) {

        static final Cell EMPTY = new Cell(false, false, false, false, false);

        /** Classes of the style sheet for a part of a bar. */
        public String style() {
            return (from ? " from" : "") + (to ? " to" : "") + (open ? " open" : "");
        }
    }

    /** @param start first day of a grant to lay the months over the calendar, or {@code null} */
    static ScheduleGrid of(ProgrammeDefinition definition, LocalDate start) {
        int length = definition.duration().maxMonths();
        GrantMonths calendar = start == null ? null : new GrantMonths(start);
        List<Column> months = IntStream.rangeClosed(1, length)
                .mapToObj(no -> new Column(no, calendar == null ? null : calendar.month(no).from()))
                .toList();
        List<Group> groups = new ArrayList<>();
        for (WorkPlan plan : definition.workPlans()) {
            groups.add(new Group(plan, plan.activities().stream()
                    .map(activity -> definition.scheduleOf(activity.code())
                            .map(row -> new Row(activity, true, cells(row, length)))
                            .orElseGet(() -> new Row(activity, false, List.of())))
                    .toList()));
        }
        return new ScheduleGrid(months, definition.reporting().periods(), groups);
    }

    private static List<Cell> cells(ScheduleRow row, int length) {
        return IntStream.rangeClosed(1, length).mapToObj(month -> cell(row, month, length)).toList();
    }

    private static Cell cell(ScheduleRow row, int month, int length) {
        if (row.marks().contains(month)) {
            return new Cell(true, false, false, false, false);
        }
        if (row.continuous()) {
            return new Cell(false, true, month == 1, month == length, false);
        }
        for (Bar bar : row.bars()) {
            int last = bar.lastMonth(length);
            if (month >= bar.from() && month <= last) {
                return new Cell(false, true, month == bar.from(), month == last && !bar.openEnd(),
                        month == last && bar.openEnd());
            }
        }
        return Cell.EMPTY;
    }
}
