package org.thun.progress.process;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodDossier.Condition;
import org.thun.progress.PeriodReporting;
import org.thun.progress.PeriodReporting.ConfirmConditions;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The officer ticks the conditions of an acceptance; the task comes back until all are met. */
@Component
class ConfirmConditionsTask implements TaskHandler<ConfirmConditions> {

    private final PeriodReporting reporting;
    private final PeriodFacts facts;

    ConfirmConditionsTask(PeriodReporting reporting, PeriodFacts facts) {
        this.reporting = reporting;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "confirm-conditions";
    }

    @Override
    public Class<ConfirmConditions> commandType() {
        return ConfirmConditions.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        PeriodDossier file = reporting.dossier(task.businessKey());
        List<Condition> open = file.acceptance().conditions().stream().filter(condition -> !condition.met()).toList();
        return TaskPage.of(facts.toConfirm(file), Map.of("conditions", open.stream()
                .map(condition -> Map.<String, Object>of("conditionNo", condition.no(), "met", false))
                .toList()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, ConfirmConditions answers, Actor actor) {
        return reporting.confirm(task.businessKey(), answers, actor).map(allMet -> Map.of("allMet", allMet));
    }
}
