package org.thun.workflow.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.thun.workflow.EngineTasks;

@Component
class UserTasks implements EngineTasks {

    private final TaskService tasks;
    private final RepositoryService models;

    UserTasks(TaskService tasks, RepositoryService models) {
        this.tasks = tasks;
        this.models = models;
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        try {
            tasks.complete(taskId, variables);
        } catch (OptimisticLockingException | NullValueException e) {
            throw new OptimisticLockingFailureException("task " + taskId + " was completed meanwhile", e);
        }
    }

    @Override
    public Set<UserTaskModel> models() {
        Set<UserTaskModel> found = new HashSet<>();
        for (ProcessDefinition definition : models.createProcessDefinitionQuery().latestVersion().list()) {
            BpmnModelInstance model = models.getBpmnModelInstance(definition.getId());
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                found.add(new UserTaskModel(definition.getKey(), task.getId(), task.getCamundaFormRef(),
                        Set.copyOf(task.getCamundaCandidateGroupsList())));
            }
        }
        return found;
    }

    /** The process key inside a definition id ({@code key:version:id}), without asking the database. */
    static String processKey(String definitionId) {
        return definitionId.substring(0, definitionId.indexOf(':'));
    }
}
