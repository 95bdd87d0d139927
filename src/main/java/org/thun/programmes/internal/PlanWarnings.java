package org.thun.programmes.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thun.programmes.Activity;
import org.thun.programmes.DefinitionWarning;
import org.thun.programmes.Indicator;
import org.thun.programmes.ScheduleRow;
import org.thun.programmes.WorkPlan;
import org.thun.shared.LocalizedText;
import org.thun.shared.Problem;

/**
 * Finds what does not agree inside a plan, beside what was recorded when it was written. Nothing here stops a definition:
 * a proposal with contradictions is a fact, and people must see them.
 */
final class PlanWarnings {

    private final List<DefinitionWarning> found = new ArrayList<>();

    private PlanWarnings() {}

    static List<DefinitionWarning> of(List<WorkPlan> workPlans, List<ScheduleRow> schedule, List<Indicator> indicators) {
        PlanWarnings warnings = new PlanWarnings();
        for (WorkPlan plan : workPlans) {
            if (plan.activities().isEmpty()) {
                warnings.add(plan.id(), "work_plan_empty");
            }
            for (Activity activity : plan.activities()) {
                activity.notes().forEach(note -> warnings.add(activity.code(), "note", note));
                Optional<ScheduleRow> row =
                        schedule.stream().filter(r -> r.activity().equals(activity.code())).findFirst();
                row.ifPresentOrElse(
                        r -> warnings.compare(activity, r), () -> warnings.add(activity.code(), "not_scheduled"));
                warnings.compare(activity, indicators);
            }
        }
        return warnings.found;
    }

    private void compare(Activity activity, ScheduleRow row) {
        for (LocalizedText conflict : row.conflicts()) {
            add(activity.code(), "conflict", conflict);
        }
        if (row.conflicts().isEmpty() && activity.rounds() != null && activity.rounds() != row.marks().size()) {
            add(activity.code(), "rounds_differ", activity.rounds(), row.marks().size());
        }
        if (row.conflicts().isEmpty() && activity.gapMonthsMin() != null) {
            for (int i = 1; i < row.marks().size(); i++) {
                int gap = row.marks().get(i) - row.marks().get(i - 1);
                if (gap < activity.gapMonthsMin() || gap > activity.gapMonthsMax()) {
                    add(activity.code(), "gap_differs", gap, activity.gapMonthsMin(), activity.gapMonthsMax());
                }
            }
        }
        row.bars().stream()
                .filter(ScheduleRow.Bar::openEnd)
                .forEach(bar -> add(activity.code(), "open_end", bar.from()));
    }

    private void compare(Activity activity, List<Indicator> indicators) {
        activity.targets().forEach(target -> indicators.stream()
                .filter(indicator -> indicator.id().equals(target.indicator()))
                .filter(indicator -> indicator.target() != null && indicator.target().compareTo(target.value()) != 0)
                .forEach(indicator -> add(activity.code(), "target_differs", target.value(), indicator.id(),
                        indicator.target())));
    }

    private void add(String subject, String what, Object... args) {
        found.add(new DefinitionWarning(subject, Problem.of("programmes.warning." + what, args)));
    }
}
