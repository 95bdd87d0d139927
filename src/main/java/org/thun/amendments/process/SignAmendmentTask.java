package org.thun.amendments.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.amendments.AmendmentClass;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.AmendmentDesk.Decide;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The lead sends what somebody else has drafted, or gives it back. */
@Component
class SignAmendmentTask implements TaskHandler<Decide> {

    private final AmendmentDesk desk;
    private final AmendmentFacts facts;

    SignAmendmentTask(AmendmentDesk desk, AmendmentFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "sign-amendment";
    }

    @Override
    public Class<Decide> commandType() {
        return Decide.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.of(task.businessKey()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, Decide decision, Actor actor) {
        return desk.sign(task.businessKey(), decision, actor).map(done -> {
            AmendmentClass weight = desk.get(task.businessKey()).weight();
            return Map.of("decision", decision.decision().name(), "weight", weight == null ? "" : weight.name());
        });
    }
}
