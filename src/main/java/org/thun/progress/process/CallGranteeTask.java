package org.thun.progress.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.progress.PeriodReporting;
import org.thun.progress.PeriodReporting.CallGrantee;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

@Component
class CallGranteeTask implements TaskHandler<CallGrantee> {

    private final PeriodReporting reporting;
    private final PeriodFacts facts;

    CallGranteeTask(PeriodReporting reporting, PeriodFacts facts) {
        this.reporting = reporting;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "call-grantee";
    }

    @Override
    public Class<CallGrantee> commandType() {
        return CallGrantee.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.toCall(reporting.dossier(task.businessKey())));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, CallGrantee call, Actor actor) {
        return reporting.recordCall(task.businessKey(), call, actor)
                .map(done -> Map.of());
    }
}
