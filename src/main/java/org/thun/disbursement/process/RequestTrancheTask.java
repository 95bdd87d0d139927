package org.thun.disbursement.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.disbursement.PaymentRequest;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheDesk;
import org.thun.disbursement.process.RequestTrancheTask.RequestTranche;
import org.thun.identity.Actor;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The grantee's finance officer asks for the tranche, or does not. */
@Component
class RequestTrancheTask implements TaskHandler<RequestTranche> {

    enum Choice {
        ASK,
        SKIP
    }

    record RequestTranche(
            @NotNull Choice choice,
            Money amount,
            @Size(max = 4000) String purpose,
            @Size(max = 4000) String nextActivities,
            @Size(max = 4000) String reason) {}

    private final TrancheDesk desk;
    private final TrancheFacts facts;

    RequestTrancheTask(TrancheDesk desk, TrancheFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "request-tranche";
    }

    @Override
    public Class<RequestTranche> commandType() {
        return RequestTranche.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        Tranche tranche = desk.get(task.businessKey());
        Map<String, Object> begin = new LinkedHashMap<>();
        PaymentRequest before = desk.request(task.businessKey()).orElse(null);
        begin.put("amount", before == null ? tranche.ceiling() : before.amount());
        if (before != null) {
            begin.put("choice", Choice.ASK);
            begin.put("purpose", before.purpose());
            begin.put("nextActivities", before.nextActivities());
        }
        return TaskPage.of(facts.sheet(task.businessKey()), begin);
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, RequestTranche command, Actor actor) {
        String trancheId = task.businessKey();
        if (command.choice() == Choice.SKIP) {
            return desk.skip(trancheId, command.reason(), actor).map(done -> Map.of("choice", Choice.SKIP.name()));
        }
        List<Problem> missing = new ArrayList<>();
        if (command.amount() == null) {
            missing.add(Problem.at("amount", "disbursement.problem.amountNeeded"));
        }
        if (command.purpose() == null) {
            missing.add(Problem.at("purpose", "disbursement.problem.purposeNeeded"));
        }
        if (command.nextActivities() == null) {
            missing.add(Problem.at("nextActivities", "disbursement.problem.nextActivitiesNeeded"));
        }
        return missing.isEmpty()
                ? desk.ask(trancheId, command.amount(), command.purpose(), command.nextActivities(), actor)
                        .map(done -> Map.of("choice", Choice.ASK.name()))
                : Outcome.refused(missing);
    }
}
