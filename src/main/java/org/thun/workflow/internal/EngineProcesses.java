package org.thun.workflow.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.workflow.ProcessRun;
import org.thun.workflow.Processes;

@Service
class EngineProcesses implements Processes {

    private final RuntimeService runtime;
    private final CaseProcessMapper runs;
    private final BusinessClock clock;

    EngineProcesses(RuntimeService runtime, CaseProcessMapper runs, BusinessClock clock) {
        this.runtime = runtime;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String start(
            String processKey,
            String businessKey,
            String caseId,
            LocalizedText subject,
            Map<String, Object> variables) {
        ProcessInstance instance = runtime.startProcessInstanceByKey(processKey, businessKey, variables);
        var now = clock.dateTime();
        runs.insert(new CaseProcessMapper.Row(instance.getProcessInstanceId(), processKey, businessKey, caseId,
                subject.th(), subject.en(), now, instance.isEnded() ? now : null, null));
        return instance.getProcessInstanceId();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tell(String messageName, String businessKey, Map<String, Object> variables) {
        var waiting = runtime.createExecutionQuery()
                .messageEventSubscriptionName(messageName)
                .processInstanceBusinessKey(businessKey)
                .list();
        if (waiting.size() != 1) {
            return false;
        }
        runtime.messageEventReceived(messageName, waiting.get(0).getId(), variables);
        return true;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(String businessKey, String reason) {
        for (CaseProcessMapper.Row run : runs.open(businessKey)) {
            runs.end(run.runId(), clock.dateTime(), reason);
            runtime.deleteProcessInstance(run.runId(), reason);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProcessRun> ofCases(List<String> caseIds) {
        return caseIds.isEmpty()
                ? List.of()
                : runs.ofCases(caseIds).stream().map(CaseProcessMapper.Row::toRun).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ProcessRun> run(String runId) {
        return runs.find(runId).map(CaseProcessMapper.Row::toRun);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProcessRun> openRuns(String businessKey) {
        return runs.open(businessKey).stream().map(CaseProcessMapper.Row::toRun).toList();
    }
}
