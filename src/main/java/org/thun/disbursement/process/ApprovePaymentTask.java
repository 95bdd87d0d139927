package org.thun.disbursement.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheDesk;
import org.thun.disbursement.TrancheDesk.Authority;
import org.thun.disbursement.process.ApprovePaymentTask.ApprovePayment;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The finance approver turns the first key (SD2). */
@Component
class ApprovePaymentTask implements TaskHandler<ApprovePayment> {

    enum Decision {
        APPROVE,
        RETURN
    }

    record ApprovePayment(
            @NotNull Decision decision, @Size(max = 4000) String reason) {}

    private final TrancheDesk desk;
    private final TrancheFacts facts;
    private final PaymentAuthority authority;
    private final Grants grants;

    ApprovePaymentTask(TrancheDesk desk, TrancheFacts facts, PaymentAuthority authority, Grants grants) {
        this.desk = desk;
        this.facts = facts;
        this.authority = authority;
        this.grants = grants;
    }

    @Override
    public String formKey() {
        return "approve-payment";
    }

    @Override
    public Class<ApprovePayment> commandType() {
        return ApprovePayment.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.sheet(task.businessKey()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, ApprovePayment command, Actor actor) {
        String trancheId = task.businessKey();
        Outcome<Void> outcome;
        if (command.decision() == Decision.RETURN) {
            outcome = desk.voidVoucher(trancheId, command.reason(), actor);
        } else {
            Tranche tranche = desk.get(trancheId);
            Outcome<Authority> known = authority.over(tranche.payable(), grants.get(tranche.grantId()));
            outcome = known.isDone()
                    ? desk.turnFirstKey(trancheId, known.orElseThrow(), actor)
                    : Outcome.refused(known.problems());
        }
        return outcome.map(done -> Map.of("decision", command.decision().name()));
    }
}
