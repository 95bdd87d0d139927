package org.thun.disbursement.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.disbursement.TrancheDesk;
import org.thun.disbursement.process.RecordPaymentTask.RecordPayment;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The finance maker records what the bank did: the ledger entry and the tranche change together. */
@Component
class RecordPaymentTask implements TaskHandler<RecordPayment> {

    enum Result {
        PAID,
        RETURNED_BY_BANK
    }

    record RecordPayment(
            @NotNull Result result,
            @Size(max = 100) String bankReference,
            LocalDate paidOn,
            @Size(max = 4000) String reason) {}

    private final TrancheDesk desk;
    private final TrancheFacts facts;

    RecordPaymentTask(TrancheDesk desk, TrancheFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "record-payment";
    }

    @Override
    public Class<RecordPayment> commandType() {
        return RecordPayment.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.sheet(task.businessKey()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, RecordPayment command, Actor actor) {
        Outcome<Void> outcome = command.result() == Result.PAID
                ? desk.recordPayment(task.businessKey(), command.bankReference(), command.paidOn(), actor)
                : desk.returnedByBank(task.businessKey(), command.reason(), actor);
        return outcome.map(done -> Map.of("result", command.result().name()));
    }
}
