package org.thun.grants.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.grants.Agreement;
import org.thun.grants.Agreements;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The grantee's lead signs, or returns the agreement with a comment. */
@Component
class SignAgreementGranteeTask implements TaskHandler<SignAgreementGranteeTask.SignForGrantee> {

    private final Grants grants;
    private final Agreements agreements;
    private final AgreementFacts facts;

    SignAgreementGranteeTask(Grants grants, Agreements agreements, AgreementFacts facts) {
        this.grants = grants;
        this.agreements = agreements;
        this.facts = facts;
    }

    /**
     * @param decision sign or return
     * @param comment what to change; needed for a return
     */
    record SignForGrantee(@NotNull SigningChoice decision, @Size(max = 4000) String comment) {}

    @Override
    public String formKey() {
        return "sign-agreement-grantee";
    }

    @Override
    public Class<SignForGrantee> commandType() {
        return SignForGrantee.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        Agreement agreement = agreements.of(task.businessKey());
        return TaskPage.of(facts.sheet(grants.get(task.businessKey()), agreement, agreement.effectiveFrom()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, SignForGrantee command, Actor actor) {
        Outcome<Void> outcome = command.decision() == SigningChoice.SIGN
                ? agreements.signForGrantee(task.businessKey(), actor)
                : agreements.sendBack(task.businessKey(), command.comment(), actor);
        return outcome.map(done -> Map.of("granteeDecision", command.decision().name()));
    }
}
