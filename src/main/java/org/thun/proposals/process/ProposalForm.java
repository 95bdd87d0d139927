package org.thun.proposals.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.thun.grants.BudgetLine;
import org.thun.programmes.Activity;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.proposals.ProposalContent;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.tasks.TaskPage.Option;

/** How the content of a proposal stands in the forms that edit it. */
final class ProposalForm {

    private ProposalForm() {}

    /**
     * A line of the budget in a form.
     *
     * @param activity code of the activity
     * @param costHead code of the cost head
     * @param amount amount in baht
     */
    record Line(String activity, String costHead, Money amount) {}

    static ProposalContent content(
            String titleTh,
            String titleEn,
            String summary,
            String objectives,
            Integer durationMonths,
            Money amount,
            LocalDate plannedStart,
            List<Line> budget) {
        return new ProposalContent(new LocalizedText(titleTh, titleEn), summary, objectives, durationMonths, amount,
                plannedStart == null ? null : plannedStart.withDayOfMonth(1),
                budget.stream().map(line -> new BudgetLine(line.activity(), line.costHead(), line.amount())).toList());
    }

    /** What the form begins with. */
    static Map<String, Object> values(ProposalContent content, ProgrammeDefinition programme) {
        Map<String, Object> values = new HashMap<>();
        values.put("titleTh", content.title().th());
        values.put("titleEn", content.title().en());
        values.put("summary", content.summary());
        values.put("objectives", content.objectives());
        values.put("durationMonths",
                content.durationMonths() == null && programme.duration().fixed()
                        ? Integer.valueOf(programme.duration().maxMonths())
                        : content.durationMonths());
        values.put("amount", content.amount());
        values.put("plannedStart", content.plannedStart());
        values.put("budget", content.budget().stream().map(ProposalForm::line).toList());
        values.values().removeIf(value -> value == null);
        return values;
    }

    static Map<String, List<Option>> options(ProgrammeDefinition programme) {
        return Map.of(
                "activities", programme.activities().stream().map(ProposalForm::option).toList(),
                "costHeads", programme.costHeads().stream()
                        .map(head -> new Option(head.code(), head.text()))
                        .toList());
    }

    private static Map<String, Object> line(BudgetLine line) {
        Map<String, Object> values = new HashMap<>();
        values.put("activity", line.activityCode());
        values.put("costHead", line.costHead());
        values.put("amount", line.amount());
        values.values().removeIf(value -> value == null);
        return values;
    }

    private static Option option(Activity activity) {
        LocalizedText title = activity.title();
        return new Option(activity.code(), new LocalizedText(activity.code() + " " + title.th(),
                title.en() == null ? null : activity.code() + " " + title.en()));
    }
}
