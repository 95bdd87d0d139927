package org.thun.progress.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.progress.PeriodReporting;
import org.thun.progress.PeriodReporting.Decide;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

@Component
class SubmitPeriodReportTask implements TaskHandler<Decide> {

    private final PeriodReporting reporting;
    private final PeriodFacts facts;

    SubmitPeriodReportTask(PeriodReporting reporting, PeriodFacts facts) {
        this.reporting = reporting;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "submit-period-report";
    }

    @Override
    public Class<Decide> commandType() {
        return Decide.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.toJudge(reporting.dossier(task.businessKey()), actor));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, Decide decision, Actor actor) {
        return reporting.submit(task.businessKey(), decision, actor)
                .map(done -> Map.of("decision", decision.decision().name()));
    }
}
