package org.thun.progress.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.progress.PeriodReporting;
import org.thun.progress.PeriodReporting.MentorCheck;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

@Component
class CheckPeriodReportTask implements TaskHandler<MentorCheck> {

    private final PeriodReporting reporting;
    private final PeriodFacts facts;

    CheckPeriodReportTask(PeriodReporting reporting, PeriodFacts facts) {
        this.reporting = reporting;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "check-period-report";
    }

    @Override
    public Class<MentorCheck> commandType() {
        return MentorCheck.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.toJudge(reporting.dossier(task.businessKey()), actor));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, MentorCheck check, Actor actor) {
        return reporting.check(task.businessKey(), check, actor)
                .map(done -> Map.of("decision", check.decision().name()));
    }
}
