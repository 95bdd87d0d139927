package org.thun.disbursement.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.disbursement.TrancheDesk;
import org.thun.disbursement.process.MakeVoucherTask.MakeVoucher;
import org.thun.identity.Actor;
import org.thun.shared.BusinessClock;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The finance maker writes the voucher: payee, account and amount are those that passed. */
@Component
class MakeVoucherTask implements TaskHandler<MakeVoucher> {

    record MakeVoucher(
            @NotNull @Size(max = 60) String voucherNo, @NotNull LocalDate voucherOn) {}

    private final TrancheDesk desk;
    private final TrancheFacts facts;
    private final BusinessClock clock;

    MakeVoucherTask(TrancheDesk desk, TrancheFacts facts, BusinessClock clock) {
        this.desk = desk;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "make-voucher";
    }

    @Override
    public Class<MakeVoucher> commandType() {
        return MakeVoucher.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.sheet(task.businessKey()), Map.of("voucherOn", clock.today()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, MakeVoucher command, Actor actor) {
        return desk.makeVoucher(task.businessKey(), command.voucherNo(), command.voucherOn(), actor)
                .map(done -> Map.of());
    }
}
