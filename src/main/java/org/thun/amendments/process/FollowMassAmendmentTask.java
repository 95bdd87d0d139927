package org.thun.amendments.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.amendments.MassAmendments;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** Some grants could not take the decision: they are tried again, or stay as they are. */
@Component
class FollowMassAmendmentTask implements TaskHandler<FollowMassAmendmentTask.FollowUp> {

    private final MassAmendments masses;
    private final MassFacts facts;

    FollowMassAmendmentTask(MassAmendments masses, MassFacts facts) {
        this.masses = masses;
        this.facts = facts;
    }

    /** What becomes of the grants that are left. */
    enum Next {
        REPEAT,
        FINISH
    }

    /** The choice; closing needs a word why. */
    record FollowUp(@NotNull Next decision, @Size(max = 2000) String comments) {}

    @Override
    public String formKey() {
        return "follow-mass-amendment";
    }

    @Override
    public Class<FollowUp> commandType() {
        return FollowUp.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.of(task.businessKey()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, FollowUp followUp, Actor actor) {
        if (followUp.decision() == Next.REPEAT) {
            return masses.repeat(task.businessKey(), actor).map(done -> Map.of("decision", Next.REPEAT.name()));
        }
        return masses.finish(task.businessKey(), followUp.comments(), actor)
                .map(waits -> Map.of("decision", Next.FINISH.name(), "standsStill", waits));
    }
}
