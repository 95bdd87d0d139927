package org.thun.disbursement.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.disbursement.Rest;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheDesk;
import org.thun.disbursement.process.CheckTrancheGatesTask.CheckTrancheGates;
import org.thun.identity.Actor;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The programme officer lets the tranche pass, holds it or returns the request. No gate can be talked open. */
@Component
class CheckTrancheGatesTask implements TaskHandler<CheckTrancheGates> {

    enum Decision {
        PASS,
        HOLD,
        RETURN
    }

    record CheckTrancheGates(
            @NotNull Decision decision, Money amount, Rest rest, @Size(max = 4000) String reason) {}

    private final TrancheDesk desk;
    private final TrancheFacts facts;

    CheckTrancheGatesTask(TrancheDesk desk, TrancheFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "check-tranche-gates";
    }

    @Override
    public Class<CheckTrancheGates> commandType() {
        return CheckTrancheGates.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        Tranche tranche = desk.get(task.businessKey());
        Money payable = facts.checklist(tranche).payable();
        Map<String, Object> begin = payable == null || !payable.isPositive()
                ? Map.of()
                : Map.of("amount", payable.min(tranche.requested()));
        return TaskPage.of(facts.sheet(task.businessKey()), begin);
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, CheckTrancheGates command, Actor actor) {
        String trancheId = task.businessKey();
        Outcome<Void> outcome =
                switch (command.decision()) {
                    case PASS -> desk.pass(trancheId, command.amount(), command.rest(), actor);
                    case HOLD -> desk.hold(trancheId, command.reason(), actor);
                    case RETURN -> desk.returnRequest(trancheId, command.reason(), actor);
                };
        return outcome.map(done -> Map.of("decision", command.decision().name()));
    }
}
