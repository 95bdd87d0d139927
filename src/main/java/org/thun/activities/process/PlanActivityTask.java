package org.thun.activities.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.activities.ActivityDelivery;
import org.thun.activities.ActivityDelivery.PlanActivity;
import org.thun.activities.ActivityDossier;
import org.thun.activities.ActivityPreparation;
import org.thun.activities.ActivityPreparation.Invitation;
import org.thun.activities.ActivityPreparation.Item;
import org.thun.activities.ActivityPreparation.Preparation;
import org.thun.activities.PlanIntent;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

@Component
class PlanActivityTask implements TaskHandler<PlanActivity> {

    private final ActivityDelivery delivery;
    private final ActivityPreparation preparations;
    private final ActivityFacts facts;

    PlanActivityTask(ActivityDelivery delivery, ActivityPreparation preparations, ActivityFacts facts) {
        this.delivery = delivery;
        this.preparations = preparations;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "plan-activity";
    }

    @Override
    public Class<PlanActivity> commandType() {
        return PlanActivity.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        ActivityDossier file = delivery.dossier(task.businessKey());
        List<FactSheet.Section> sections = new ArrayList<>();
        sections.add(facts.activity(file));
        sections.add(facts.budget(file));
        sections.addAll(facts.decisions(file));
        Preparation preparation = preparations.of(task.businessKey());
        Map<String, Object> values = new HashMap<>();
        values.put("intent", PlanIntent.HOLD.name());
        values.put("checks", preparation.items().stream().filter(Item::done).map(Item::code).toList());
        values.put("invitations", preparation.invitations().stream().map(PlanActivityTask::invitation).toList());
        file.newestPlan().ifPresent(plan -> {
            values.put("intent", plan.intent().name());
            values.put("centres", plan.centreCodes());
            values.put("place", plan.place());
            values.put("budget", plan.budget());
            values.put("participants", plan.participants());
            values.put("note", plan.note());
            values.put("postponeTo", plan.postponeTo());
            values.put("targetImpact", plan.targetImpact());
            values.put("openChecks", plan.openChecks());
            if (plan.days() != null) {
                values.put("firstDay", plan.days().from());
                values.put("lastDay", plan.days().to());
            }
        });
        return new TaskPage(new FactSheet(sections), values, Map.of(
                "centreChoices", facts.centres(file),
                "checkChoices", preparation.items().stream()
                        .map(item -> new TaskPage.Option(item.code(), item.text()))
                        .toList()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, PlanActivity plan, Actor actor) {
        return delivery.plan(task.businessKey(), plan, actor).map(done -> Map.of());
    }

    private static Map<String, Object> invitation(Invitation invitation) {
        return Map.of("centre", invitation.centreCode(), "invited", invitation.invited(), "accepted",
                invitation.accepted());
    }
}
