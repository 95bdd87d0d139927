package org.thun.amendments.process;

import jakarta.validation.constraints.AssertTrue;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.amendments.AmendmentDesk;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The programme officer takes note of a change that the grantee may make on its own (BR-10). */
@Component
class NoteAmendmentTask implements TaskHandler<NoteAmendmentTask.Noted> {

    private final AmendmentDesk desk;
    private final AmendmentFacts facts;

    NoteAmendmentTask(AmendmentDesk desk, AmendmentFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    /** Read and noted. */
    record Noted(@AssertTrue boolean noted) {}

    @Override
    public String formKey() {
        return "note-amendment";
    }

    @Override
    public Class<Noted> commandType() {
        return Noted.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.of(task.businessKey()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, Noted noted, Actor actor) {
        desk.takeNote(task.businessKey(), actor);
        return Outcome.done(Map.of());
    }
}
