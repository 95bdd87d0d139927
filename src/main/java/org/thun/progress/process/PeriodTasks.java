package org.thun.progress.process;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.programmes.Programmes;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodReporting;
import org.thun.shared.BusinessClock;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskSource;

/** What the tasks of {@code period-report} are about, and who may not do them: nobody judges own work (SD1). */
@Component
class PeriodTasks implements TaskSource {

    private static final Set<String> JUDGING = Set.of("task_checkPeriodReport", "task_acceptPeriodReport");

    /** About a report that stays away: due as soon as an officer's check. */
    private static final Set<String> ASKING =
            Set.of("task_callGrantee", "task_proposeSuspension", "task_decideLateReport");

    private final PeriodReporting reporting;
    private final Grants grants;
    private final Programmes programmes;
    private final BusinessClock clock;

    PeriodTasks(PeriodReporting reporting, Grants grants, Programmes programmes, BusinessClock clock) {
        this.reporting = reporting;
        this.grants = grants;
        this.programmes = programmes;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return "period-report";
    }

    @Override
    public TaskContext contextOf(String elementId, String businessKey) {
        PeriodDossier file = reporting.dossier(businessKey);
        Grant grant = grants.get(file.report().grantId());
        return new TaskContext(grant.id(), grant.path(), grant.number(), grant.scope(),
                reporting.subject(file.report().no()), dueOn(elementId, file, grant), null, excluded(elementId, file));
    }

    private LocalDate dueOn(String elementId, PeriodDossier file, Grant grant) {
        if (ASKING.contains(elementId)) {
            return clock.today().plusDays(programmes.version(grant.programmeKey(), grant.programmeVersion())
                    .timeLimits()
                    .officerCheck());
        }
        return file.stepDueOn();
    }

    private static Set<String> excluded(String elementId, PeriodDossier file) {
        Set<String> excluded = new HashSet<>();
        if (JUDGING.contains(elementId)) {
            file.newest().ifPresent(version -> {
                excluded.add(version.authorId());
                excluded.add(version.senderId());
            });
        }
        return excluded;
    }
}
