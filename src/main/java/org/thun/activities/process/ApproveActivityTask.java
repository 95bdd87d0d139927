package org.thun.activities.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.activities.ActivityDelivery;
import org.thun.activities.ActivityDelivery.Decide;
import org.thun.activities.ActivityDelivery.Route;
import org.thun.activities.ActivityDossier;
import org.thun.activities.ActivityDossier.Verdict;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** Approval of a plan, by the officer and, above the officer's limit, by the board: the same form, two steps. */
@Component
class ApproveActivityTask implements TaskHandler<Decide> {

    private final ActivityDelivery delivery;
    private final ActivityFacts facts;

    ApproveActivityTask(ActivityDelivery delivery, ActivityFacts facts) {
        this.delivery = delivery;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "approve-activity";
    }

    @Override
    public Class<Decide> commandType() {
        return Decide.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        ActivityDossier file = delivery.dossier(task.businessKey());
        List<FactSheet.Section> sections = new ArrayList<>(facts.plan(file));
        sections.addAll(facts.preparation(file));
        sections.add(facts.planChecks(file));
        sections.add(facts.activity(file));
        sections.add(facts.budget(file));
        sections.addAll(facts.decisions(file));
        return TaskPage.of(new FactSheet(sections));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, Decide decision, Actor actor) {
        Outcome<Route> route = task.elementId().equals("task_approveActivityByBoard")
                ? delivery.approveByBoard(task.businessKey(), decision, actor)
                : delivery.approve(task.businessKey(), decision, actor);
        return route.map(next -> {
            Map<String, Object> variables = new HashMap<>(Decisions.of(decision));
            variables.put("route", next.name());
            if (next == Route.RETURN) {
                // Also after a postponement: in its new month it is planned anew.
                variables.put("decision", Verdict.RETURN.name());
            }
            if (next == Route.GO) {
                variables.putAll(Decisions.reportTimer(delivery.dossier(task.businessKey())));
            }
            return variables;
        });
    }
}
