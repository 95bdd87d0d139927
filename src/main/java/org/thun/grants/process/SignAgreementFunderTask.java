package org.thun.grants.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.grants.Agreement;
import org.thun.grants.Agreements;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.shared.BusinessClock;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The funder's approver signs, or returns the agreement with a comment. */
@Component
class SignAgreementFunderTask implements TaskHandler<SignAgreementFunderTask.SignForFunder> {

    private final Grants grants;
    private final Agreements agreements;
    private final AgreementFacts facts;
    private final BusinessClock clock;

    SignAgreementFunderTask(Grants grants, Agreements agreements, AgreementFacts facts, BusinessClock clock) {
        this.grants = grants;
        this.agreements = agreements;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param decision sign or return
     * @param comment what to change; needed for a return
     */
    record SignForFunder(@NotNull SigningChoice decision, @Size(max = 4000) String comment) {}

    @Override
    public String formKey() {
        return "sign-agreement-funder";
    }

    @Override
    public Class<SignForFunder> commandType() {
        return SignForFunder.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        Agreement agreement = agreements.of(task.businessKey());
        return TaskPage.of(facts.sheet(grants.get(task.businessKey()), agreement, agreement.effectiveFrom()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, SignForFunder command, Actor actor) {
        if (command.decision() == SigningChoice.RETURN) {
            return agreements
                    .sendBack(task.businessKey(), command.comment(), actor)
                    .map(done -> Map.of("funderDecision", command.decision().name()));
        }
        return agreements.signForFunder(task.businessKey(), actor).map(this::signed);
    }

    /** The model waits for the first day only if it lies ahead. */
    private Map<String, Object> signed(LocalDate firstDay) {
        return Map.of(
                "funderDecision", SigningChoice.SIGN.name(),
                "startsLater", firstDay.isAfter(clock.today()),
                "startsAt", firstDay.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime().toString());
    }
}
