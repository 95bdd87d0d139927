package org.thun.progress.process;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodDossier.Condition;
import org.thun.progress.PeriodReporting;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskSource;

/** What the task of {@code report-conditions} is about: due with the first condition that is not met. */
@Component
class ConditionTasks implements TaskSource {

    private final PeriodReporting reporting;
    private final Grants grants;

    ConditionTasks(PeriodReporting reporting, Grants grants) {
        this.reporting = reporting;
        this.grants = grants;
    }

    @Override
    public String processKey() {
        return "report-conditions";
    }

    @Override
    public TaskContext contextOf(String elementId, String businessKey) {
        PeriodDossier file = reporting.dossier(businessKey);
        Grant grant = grants.get(file.report().grantId());
        LocalDate due = file.acceptance().conditions().stream()
                .filter(condition -> !condition.met())
                .map(Condition::dueOn)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new TaskContext(grant.id(), grant.path(), grant.number(), grant.scope(),
                reporting.subject(file.report().no()), due, null, Set.of());
    }
}
