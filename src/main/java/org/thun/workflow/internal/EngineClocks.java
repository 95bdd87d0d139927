package org.thun.workflow.internal;

import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.workflow.CaseClocks;
import org.thun.workflow.Processes;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineClocks implements CaseClocks {

    private final ManagementService management;
    private final Processes processes;

    EngineClocks(ManagementService management, Processes processes) {
        this.management = management;
        this.processes = processes;
    }

    @Override
    public void stop(String caseId) {
        timers(caseId).forEach(timer -> management.suspendJobById(timer.getId()));
    }

    @Override
    public void start(String caseId, int daysLater) {
        timers(caseId).filter(Job::isSuspended).forEach(timer -> {
            if (daysLater > 0) {
                management.setJobDuedate(timer.getId(),
                        new Date(timer.getDuedate().getTime() + TimeUnit.DAYS.toMillis(daysLater)));
            }
            management.activateJobById(timer.getId());
        });
    }

    private Stream<Job> timers(String caseId) {
        return processes.ofCases(List.of(caseId)).stream()
                .filter(run -> run.isOpen())
                .flatMap(run -> management.createJobQuery().processInstanceId(run.runId()).timers().list().stream());
    }
}
