package org.thun.disbursement.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.disbursement.TrancheDesk;
import org.thun.disbursement.process.ConfirmReceiptTask.ConfirmReceipt;
import org.thun.identity.Actor;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The grantee's finance officer confirms the money with a receipt over the same amount. */
@Component
class ConfirmReceiptTask implements TaskHandler<ConfirmReceipt> {

    record ConfirmReceipt(
            @NotNull @Size(max = 60) String receiptNo, @NotNull LocalDate receiptedOn, @NotNull Money amount) {}

    private final TrancheDesk desk;
    private final TrancheFacts facts;

    ConfirmReceiptTask(TrancheDesk desk, TrancheFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "confirm-receipt";
    }

    @Override
    public Class<ConfirmReceipt> commandType() {
        return ConfirmReceipt.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.sheet(task.businessKey()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, ConfirmReceipt command, Actor actor) {
        return desk.confirmReceipt(
                        task.businessKey(), command.receiptNo(), command.receiptedOn(), command.amount(), actor)
                .map(done -> Map.of());
    }
}
