package org.thun.progress.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.progress.ExpenseLine;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodDossier.ActivityProgress;
import org.thun.progress.PeriodDossier.Version;
import org.thun.progress.PeriodReporting;
import org.thun.progress.PeriodReporting.DraftReport;
import org.thun.progress.PeriodReporting.Groundwork;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

@Component
class DraftPeriodReportTask implements TaskHandler<DraftReport> {

    private final PeriodReporting reporting;
    private final PeriodFacts facts;

    DraftPeriodReportTask(PeriodReporting reporting, PeriodFacts facts) {
        this.reporting = reporting;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "draft-period-report";
    }

    @Override
    public Class<DraftReport> commandType() {
        return DraftReport.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        PeriodDossier file = reporting.dossier(task.businessKey());
        return new TaskPage(facts.toWrite(file), values(file),
                Map.of("activityChoices", facts.activities(file), "costHeads", facts.costHeads(file)));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, DraftReport draft, Actor actor) {
        return reporting.draft(task.businessKey(), draft, actor).map(done -> Map.of());
    }

    /** What was written before, with what the system knows better by now. */
    private Map<String, Object> values(PeriodDossier file) {
        Groundwork known = reporting.groundwork(file.report().id());
        Map<String, Object> values = new HashMap<>();
        file.newest().ifPresentOrElse(version -> written(version, values), () -> fresh(known, values));
        values.put("carriedForward", known.carriedForward());
        values.put("received", known.received());
        Map<String, ActivityProgress> progress = new HashMap<>();
        file.newest().ifPresent(
                version -> version.activities().forEach(line -> progress.put(line.activityCode(), line)));
        values.put("activities", known.activities().stream().map(code -> line(code, progress.get(code))).toList());
        return values;
    }

    private static void written(Version version, Map<String, Object> values) {
        values.put("standing", version.standing().name());
        values.put("summary", version.summary());
        values.put("nextPlan", version.nextPlan());
        values.put("interest", version.money().interest());
        values.put("otherIncome", version.money().otherIncome());
        values.put("cash", version.money().cash());
        values.put("bank", version.money().bank());
        values.put("nextForecast", version.nextForecast());
        values.put("expenses", expenses(version.expenses()));
        values.put("adjustments", version.adjustments().stream()
                .map(line -> Map.<String, Object>of("ofPeriod", line.ofPeriod(), "activityCode", line.activityCode(),
                        "costHead", line.costHead(), "amount", line.amount(), "reason", line.reason()))
                .toList());
    }

    private static void fresh(Groundwork known, Map<String, Object> values) {
        values.put("interest", Money.ZERO);
        values.put("otherIncome", Money.ZERO);
        values.put("expenses", expenses(known.accepted()));
    }

    private static List<Map<String, Object>> expenses(List<ExpenseLine> lines) {
        return lines.stream()
                .map(line -> Map.<String, Object>of("activityCode", line.activityCode(), "costHead", line.costHead(),
                        "amount", line.amount()))
                .toList();
    }

    private static Map<String, Object> line(String code, ActivityProgress before) {
        Map<String, Object> line = new HashMap<>();
        line.put("activityCode", code);
        if (before != null) {
            line.put("percent", before.percent());
            line.put("result", before.result());
            line.put("problem", before.problem());
        }
        return line;
    }
}
