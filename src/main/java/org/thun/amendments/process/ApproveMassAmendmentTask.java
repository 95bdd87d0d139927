package org.thun.amendments.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.amendments.AmendmentDesk.Approve;
import org.thun.amendments.MassAmendments;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The approver decides once for all the grants. */
@Component
class ApproveMassAmendmentTask implements TaskHandler<Approve> {

    private final MassAmendments masses;
    private final MassFacts facts;

    ApproveMassAmendmentTask(MassAmendments masses, MassFacts facts) {
        this.masses = masses;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "approve-mass-amendment";
    }

    @Override
    public Class<Approve> commandType() {
        return Approve.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.of(task.businessKey()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, Approve approval, Actor actor) {
        return masses.decide(task.businessKey(), approval, actor)
                .map(done -> Map.of("decision", approval.decision().name()));
    }
}
