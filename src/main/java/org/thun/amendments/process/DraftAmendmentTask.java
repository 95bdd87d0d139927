package org.thun.amendments.process;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.amendments.Amendment;
import org.thun.amendments.AmendmentClass;
import org.thun.amendments.AmendmentDesk;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The draft is written on the pages of the case; here it is sent, or given up. */
@Component
class DraftAmendmentTask implements TaskHandler<DraftAmendmentTask.Finish> {

    private final AmendmentDesk desk;
    private final Grants grants;
    private final AmendmentFacts facts;

    DraftAmendmentTask(AmendmentDesk desk, Grants grants, AmendmentFacts facts) {
        this.desk = desk;
        this.grants = grants;
        this.facts = facts;
    }

    /** What becomes of a draft. */
    enum Choice {
        SEND,
        WITHDRAW
    }

    /** What becomes of the draft. */
    record Finish(@NotNull Choice decision) {}

    @Override
    public String formKey() {
        return "draft-amendment";
    }

    @Override
    public Class<Finish> commandType() {
        return Finish.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.of(task.businessKey()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, Finish finish, Actor actor) {
        if (finish.decision() == Choice.SEND) {
            return desk.ready(task.businessKey(), actor)
                    .map(sent -> Map.of("decision", "SEND", "sent", sent, "weight", weight(task)));
        }
        Amendment amendment = desk.get(task.businessKey());
        return desk.giveUp(grants.get(amendment.grantId()), amendment.id(), actor)
                .map(done -> Map.of("decision", "WITHDRAW", "sent", false));
    }

    private String weight(OpenTask task) {
        AmendmentClass weight = desk.get(task.businessKey()).weight();
        return weight == null ? "" : weight.name();
    }
}
