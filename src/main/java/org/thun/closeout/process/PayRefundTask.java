package org.thun.closeout.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.closeout.ClosingDesk;
import org.thun.closeout.ClosingDesk.PayRefund;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

@Component
class PayRefundTask implements TaskHandler<PayRefund> {

    private final ClosingDesk desk;
    private final ClosingFacts facts;

    PayRefundTask(ClosingDesk desk, ClosingFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "pay-refund";
    }

    @Override
    public Class<PayRefund> commandType() {
        return PayRefund.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.toRefund(desk.dossier(task.businessKey())));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, PayRefund refund, Actor actor) {
        return desk.payRefund(task.businessKey(), refund, actor)
                .map(done -> Map.of());
    }
}
