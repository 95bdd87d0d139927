package org.thun.disbursement.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.disbursement.TrancheDesk;
import org.thun.disbursement.process.ApprovePaymentSecondKeyTask.ApprovePaymentSecondKey;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** An approver turns the second key, with the resolution of the board where the amount lies with one (BR-32). */
@Component
class ApprovePaymentSecondKeyTask implements TaskHandler<ApprovePaymentSecondKey> {

    enum Decision {
        APPROVE,
        RETURN
    }

    record ApprovePaymentSecondKey(
            @NotNull Decision decision, @Size(max = 100) String resolutionNo, @Size(max = 4000) String reason) {}

    private final TrancheDesk desk;
    private final TrancheFacts facts;

    ApprovePaymentSecondKeyTask(TrancheDesk desk, TrancheFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "approve-payment-second-key";
    }

    @Override
    public Class<ApprovePaymentSecondKey> commandType() {
        return ApprovePaymentSecondKey.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.sheet(task.businessKey()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, ApprovePaymentSecondKey command, Actor actor) {
        Outcome<Void> outcome = command.decision() == Decision.APPROVE
                ? desk.turnSecondKey(task.businessKey(), command.resolutionNo(), actor)
                : desk.voidVoucher(task.businessKey(), command.reason(), actor);
        return outcome.map(done -> Map.of("decision", command.decision().name()));
    }
}
