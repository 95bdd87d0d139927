package org.thun.workflow.internal;

import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.workflow.CaseClocks;
import org.thun.workflow.Processes;

/**
 * Changes timers themselves, not through the engine's services: one for the due day and one for the suspension would write
 * the same row twice, which the engine takes for somebody else's change where both happen inside a process, as they do when
 * an amendment comes into force.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineClocks implements CaseClocks {

    private final ManagementService management;
    private final CommandExecutor commands;
    private final Processes processes;

    EngineClocks(ProcessEngine engine, Processes processes) {
        this.management = engine.getManagementService();
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.processes = processes;
    }

    @Override
    public void stop(String caseId) {
        change(caseId, timer -> timer.setSuspensionState(SuspensionState.SUSPENDED.getStateCode()));
    }

    @Override
    public void start(String caseId, int daysLater) {
        change(caseId, timer -> {
            if (timer.isSuspended()) {
                timer.setDuedate(new Date(timer.getDuedate().getTime() + TimeUnit.DAYS.toMillis(daysLater)));
                timer.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
            }
        });
    }

    private void change(String caseId, Consumer<JobEntity> change) {
        List<String> timers = processes.ofCases(List.of(caseId)).stream()
                .filter(run -> run.isOpen())
                .flatMap(run -> management.createJobQuery().processInstanceId(run.runId()).timers().list().stream())
                .map(Job::getId)
                .toList();
        commands.execute(context -> {
            timers.forEach(timer -> change.accept(context.getJobManager().findJobById(timer)));
            return null;
        });
    }
}
