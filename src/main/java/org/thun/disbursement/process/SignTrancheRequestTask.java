package org.thun.disbursement.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.disbursement.TrancheDesk;
import org.thun.disbursement.process.SignTrancheRequestTask.SignTrancheRequest;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The grantee's lead signs the request or sends it back. */
@Component
class SignTrancheRequestTask implements TaskHandler<SignTrancheRequest> {

    enum Decision {
        SIGN,
        RETURN
    }

    record SignTrancheRequest(
            @NotNull Decision decision, @Size(max = 4000) String reason) {}

    private final TrancheDesk desk;
    private final TrancheFacts facts;

    SignTrancheRequestTask(TrancheDesk desk, TrancheFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "sign-tranche-request";
    }

    @Override
    public Class<SignTrancheRequest> commandType() {
        return SignTrancheRequest.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.sheet(task.businessKey()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, SignTrancheRequest command, Actor actor) {
        Outcome<Void> outcome = command.decision() == Decision.SIGN
                ? desk.sign(task.businessKey(), actor)
                : desk.returnRequest(task.businessKey(), command.reason(), actor);
        return outcome.map(done -> Map.of("decision", command.decision().name()));
    }
}
