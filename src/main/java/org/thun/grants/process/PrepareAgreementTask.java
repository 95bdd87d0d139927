package org.thun.grants.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thun.grants.Agreement;
import org.thun.grants.Agreement.Condition;
import org.thun.grants.Agreements;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;
import org.thun.tasks.TaskPage.Option;

/** The programme officer fills in number and first day, and ticks the conditions of the approval that are met. */
@Component
class PrepareAgreementTask implements TaskHandler<PrepareAgreementTask.PrepareAgreement> {

    private final Grants grants;
    private final Agreements agreements;
    private final AgreementFacts facts;
    private final BusinessClock clock;

    PrepareAgreementTask(Grants grants, Agreements agreements, AgreementFacts facts, BusinessClock clock) {
        this.grants = grants;
        this.agreements = agreements;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param number number of the agreement
     * @param effectiveOn first day of month 1
     * @param conditionsMet numbers of the conditions found met
     */
    record PrepareAgreement(
            @NotNull @Size(max = 60) String number, @NotNull LocalDate effectiveOn, List<String> conditionsMet) {}

    @Override
    public String formKey() {
        return "prepare-agreement";
    }

    @Override
    public Class<PrepareAgreement> commandType() {
        return PrepareAgreement.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        Grant grant = grants.get(task.businessKey());
        Agreement agreement = agreements.of(grant.id());
        LocalDate start = agreement.effectiveFrom() == null
                ? clock.today().plusMonths(1).withDayOfMonth(1)
                : agreement.effectiveFrom();
        List<Option> conditions = agreement.conditions().stream()
                .map(condition -> new Option(String.valueOf(condition.no()), new LocalizedText(condition.text(), null)))
                .toList();
        List<String> met = agreement.conditions().stream()
                .filter(condition -> !condition.open())
                .map(condition -> String.valueOf(condition.no()))
                .toList();
        return new TaskPage(facts.sheet(grant, agreement, start),
                Map.of("number", grant.number(), "effectiveOn", start, "conditionsMet", met),
                Map.of("conditions", conditions));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, PrepareAgreement command, Actor actor) {
        Set<String> known = agreements.of(task.businessKey()).conditions().stream()
                .map(Condition::no)
                .map(String::valueOf)
                .collect(Collectors.toSet());
        if (!known.containsAll(command.conditionsMet())) {
            return Outcome.refused(Problem.at("conditionsMet", "grants.problem.unknownCondition"));
        }
        Set<Integer> met = command.conditionsMet().stream().map(Integer::valueOf).collect(Collectors.toSet());
        return agreements
                .prepare(task.businessKey(), new Agreements.Terms(command.number(), command.effectiveOn(), met), actor)
                .map(done -> Map.of());
    }
}
