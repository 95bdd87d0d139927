package org.thun.amendments.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.AmendmentDesk.Approve;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The approver decides a major amendment. */
@Component
class ApproveAmendmentTask implements TaskHandler<Approve> {

    private final AmendmentDesk desk;
    private final AmendmentFacts facts;

    ApproveAmendmentTask(AmendmentDesk desk, AmendmentFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "approve-amendment";
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
        return desk.approve(task.businessKey(), approval, actor)
                .map(done -> Progress.of(approval.decision(), desk.get(task.businessKey())));
    }
}
