package org.thun.activities.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.activities.ActivityDelivery;
import org.thun.activities.ActivityDelivery.ReportActivity;
import org.thun.activities.ActivityDossier;
import org.thun.activities.ActivityDossier.Cost;
import org.thun.activities.ActivityDossier.Plan;
import org.thun.activities.ActivityDossier.Report;
import org.thun.activities.ActivityPreparation;
import org.thun.activities.ActivityPreparation.Preparation;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

@Component
class ReportActivityTask implements TaskHandler<ReportActivity> {

    private final ActivityDelivery delivery;
    private final ActivityPreparation preparations;
    private final ActivityFacts facts;

    ReportActivityTask(ActivityDelivery delivery, ActivityPreparation preparations, ActivityFacts facts) {
        this.delivery = delivery;
        this.preparations = preparations;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "report-activity";
    }

    @Override
    public Class<ReportActivity> commandType() {
        return ReportActivity.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        ActivityDossier file = delivery.dossier(task.businessKey());
        List<FactSheet.Section> sections = new ArrayList<>(facts.plan(file));
        sections.addAll(facts.preparation(file));
        sections.add(facts.activity(file));
        sections.add(facts.budget(file));
        sections.addAll(facts.decisions(file));
        return new TaskPage(new FactSheet(sections),
                file.newestReport().map(ReportActivityTask::asReported)
                        .orElseGet(() -> asPlanned(file.newestPlan().orElseThrow(), preparations.of(task.businessKey()))),
                Map.of("costHeads", facts.costHeads(file), "centreChoices", facts.centres(file)));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, ReportActivity report, Actor actor) {
        return delivery.report(task.businessKey(), report, actor).map(done -> Map.of());
    }

    private static Map<String, Object> cost(Cost cost) {
        Map<String, Object> values = new HashMap<>();
        values.put("costHead", cost.costHead());
        values.put("amount", cost.amount());
        values.put("largestCash", cost.largestCash());
        return values;
    }

    private static Map<String, Object> asPlanned(Plan plan, Preparation preparation) {
        Map<String, Object> values = new HashMap<>();
        values.put("firstDay", plan.days().from());
        values.put("lastDay", plan.days().to());
        values.put("participants", plan.participants());
        values.put("centres", preparation.invitations().stream()
                .map(invitation -> Map.of("centre", invitation.centreCode(), "attended", invitation.accepted()))
                .toList());
        return values;
    }

    private static Map<String, Object> asReported(Report report) {
        Map<String, Object> values = new HashMap<>();
        values.put("firstDay", report.held().from());
        values.put("lastDay", report.held().to());
        values.put("participants", report.participants());
        values.put("attendance", report.attendance().stream()
                .map(counted -> Map.of("day", counted.heldOn(), "people", counted.people()))
                .toList());
        values.put("centres", report.centres().stream()
                .map(centre -> Map.of("centre", centre.centreCode(), "attended", centre.people()))
                .toList());
        values.put("listGround", report.listGround() == null ? null : report.listGround().name());
        values.put("listPurpose", report.listPurpose());
        values.put("outputs", report.outputs());
        values.put("narrative", report.narrative());
        values.put("lessons", report.lessons());
        values.put("evidence", report.evidence());
        values.put("correctionReason", report.correctionReason());
        values.put("costs", report.costs().stream()
                .map(ReportActivityTask::cost)
                .toList());
        return values;
    }
}
