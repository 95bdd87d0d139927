package org.thun.activities.process;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.activities.ActivityDelivery;
import org.thun.activities.ActivityDossier;
import org.thun.activities.ActivityDossier.Decision;
import org.thun.activities.ActivityDossier.Plan;
import org.thun.activities.ActivityDossier.Report;
import org.thun.activities.ActivityDossier.Step;
import org.thun.activities.ActivityDossier.Verdict;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.shared.Money;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskSource;

/** What the tasks of {@code activity-delivery} are about, and who may not do them: nobody judges own work (SD1). */
@Component
class ActivityTasks implements TaskSource {

    private final ActivityDelivery delivery;
    private final Grants grants;

    ActivityTasks(ActivityDelivery delivery, Grants grants) {
        this.delivery = delivery;
        this.grants = grants;
    }

    @Override
    public String processKey() {
        return "activity-delivery";
    }

    @Override
    public TaskContext contextOf(String elementId, String businessKey) {
        ActivityDossier file = delivery.dossier(businessKey);
        Grant grant = grants.get(file.occurrence().grantId());
        return new TaskContext(grant.id(), grant.path(), grant.number(), grant.scope(),
                file.subject(), file.occurrence().dueOn(), null, excluded(elementId, file));
    }

    @Override
    public Optional<Money> amountOf(String elementId, String businessKey) {
        ActivityDossier file = delivery.dossier(businessKey);
        return switch (elementId) {
            case "task_approveActivity", "task_approveActivityByBoard" -> file.newestPlan().map(Plan::budget);
            case "task_checkActivityReport", "task_acceptActivityReport" -> file.newestReport().map(Report::total);
            default -> Optional.empty();
        };
    }

    private static Set<String> excluded(String elementId, ActivityDossier file) {
        Set<String> excluded = new HashSet<>();
        switch (elementId) {
            case "task_approveActivity" -> file.newestPlan().map(Plan::authorId).ifPresent(excluded::add);
            case "task_approveActivityByBoard" -> {
                file.newestPlan().map(Plan::authorId).ifPresent(excluded::add);
                // Two approvals are two people.
                file.decisions().stream()
                        .filter(decision -> decision.step() == Step.PLAN_APPROVAL && !decision.voided()
                                && decision.decision() == Verdict.APPROVE)
                        .map(Decision::accountId)
                        .forEach(excluded::add);
            }
            case "task_checkActivityReport", "task_acceptActivityReport" ->
                file.newestReport().map(Report::authorId).ifPresent(excluded::add);
            default -> { }
        }
        return excluded;
    }
}
