package org.thun.progress.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodReporting;
import org.thun.progress.PeriodReporting.AcceptReport;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

@Component
class AcceptPeriodReportTask implements TaskHandler<AcceptReport> {

    private final PeriodReporting reporting;
    private final PeriodFacts facts;

    AcceptPeriodReportTask(PeriodReporting reporting, PeriodFacts facts) {
        this.reporting = reporting;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "accept-period-report";
    }

    @Override
    public Class<AcceptReport> commandType() {
        return AcceptReport.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        PeriodDossier file = reporting.dossier(task.businessKey());
        return new TaskPage(facts.toJudge(file, actor), Map.of(),
                Map.of("activityChoices", facts.activities(file), "costHeads", facts.costHeads(file)));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, AcceptReport decision, Actor actor) {
        return reporting.accept(task.businessKey(), decision, actor)
                .map(done -> Map.of("decision", decision.decision().name()));
    }
}
