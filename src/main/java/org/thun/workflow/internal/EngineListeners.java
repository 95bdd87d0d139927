package org.thun.workflow.internal;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.thun.shared.BusinessClock;
import org.thun.workflow.TaskLifecycle;
import org.thun.workflow.TaskLifecycle.CreatedTask;

/** Hangs our listeners on every user task and every process, whatever the model says. */
@Component
class EngineListeners extends AbstractBpmnParseListener {

    private final ObjectProvider<TaskLifecycle> inbox;
    private final ObjectProvider<CaseProcessMapper> runs;
    private final BusinessClock clock;

    EngineListeners(
            ObjectProvider<TaskLifecycle> inbox, ObjectProvider<CaseProcessMapper> runs, BusinessClock clock) {
        this.inbox = inbox;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addTaskListener(TaskListener.EVENTNAME_CREATE, this::taskCreated);
        definition.addTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> inbox.getObject().ended(task.getId()));
        definition.addTaskListener(TaskListener.EVENTNAME_DELETE, task -> inbox.getObject().ended(task.getId()));
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::processEnded);
    }

    private void taskCreated(DelegateTask task) {
        Set<String> roles = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .collect(Collectors.toCollection(TreeSet::new));
        inbox.getObject().created(new CreatedTask(
                task.getId(),
                task.getProcessInstanceId(),
                UserTasks.processKey(task.getProcessDefinitionId()),
                task.getTaskDefinitionKey(),
                task.getBpmnModelElementInstance().getCamundaFormRef(),
                task.getExecution().getProcessBusinessKey(),
                roles));
    }

    private void processEnded(DelegateExecution process) {
        runs.getObject().end(process.getProcessInstanceId(), clock.dateTime(), null);
    }
}
