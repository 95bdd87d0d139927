package org.thun.amendments.process;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.amendments.MassAmendments;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The draft is written on its own page; here it is put before the approver, or given up. */
@Component
class DraftMassAmendmentTask implements TaskHandler<DraftMassAmendmentTask.FinishMass> {

    private final MassAmendments masses;
    private final MassFacts facts;

    DraftMassAmendmentTask(MassAmendments masses, MassFacts facts) {
        this.masses = masses;
        this.facts = facts;
    }

    /** What becomes of the draft. */
    record FinishMass(@NotNull DraftAmendmentTask.Choice decision) {}

    @Override
    public String formKey() {
        return "draft-mass-amendment";
    }

    @Override
    public Class<FinishMass> commandType() {
        return FinishMass.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.of(task.businessKey()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, FinishMass finish, Actor actor) {
        Outcome<Void> done = finish.decision() == DraftAmendmentTask.Choice.SEND
                ? masses.send(task.businessKey(), actor)
                : masses.withdraw(task.businessKey(), actor);
        return done.map(nothing -> Map.of("decision", finish.decision().name()));
    }
}
