package org.thun.amendments.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.AmendmentDesk.Check;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The programme officer decides a minor amendment and passes a major one to the approver. */
@Component
class CheckAmendmentTask implements TaskHandler<Check> {

    private final AmendmentDesk desk;
    private final AmendmentFacts facts;

    CheckAmendmentTask(AmendmentDesk desk, AmendmentFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "check-amendment";
    }

    @Override
    public Class<Check> commandType() {
        return Check.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.of(task.businessKey()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, Check check, Actor actor) {
        return desk.check(task.businessKey(), check, actor)
                .map(done -> Progress.of(check.decision(), desk.get(task.businessKey())));
    }
}
