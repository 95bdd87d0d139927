package org.thun.progress.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.programmes.ReportingPolicy.EscalationStep;
import org.thun.progress.PeriodReporting;
import org.thun.progress.PeriodReporting.DecideLate;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The officer proposes to suspend the grant, or gives time (BR-13, BR-14). */
@Component
class ProposeSuspensionTask implements TaskHandler<DecideLate> {

    private final PeriodReporting reporting;
    private final PeriodFacts facts;

    ProposeSuspensionTask(PeriodReporting reporting, PeriodFacts facts) {
        this.reporting = reporting;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "propose-suspension";
    }

    @Override
    public Class<DecideLate> commandType() {
        return DecideLate.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.toCall(reporting.dossier(task.businessKey())));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, DecideLate decision, Actor actor) {
        return reporting.escalate(task.businessKey(), EscalationStep.SUSPENSION_PROPOSAL, decision, actor)
                .map(done -> Map.of());
    }
}
