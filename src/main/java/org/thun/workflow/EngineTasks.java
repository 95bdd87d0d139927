package org.thun.workflow;

import java.util.Map;
import java.util.Set;

/** The engine's user tasks, for the inbox alone: features complete tasks through their form's command. */
public interface EngineTasks {

    /**
     * Completes a task.
     *
     * @param variables decisions the model's gateways ask for
     * @throws org.springframework.dao.ConcurrencyFailureException if the task was completed by somebody else meanwhile
     */
    void complete(String taskId, Map<String, Object> variables);

    /** Every user task of the newest process versions, for the check that each has a form and a handler. */
    Set<UserTaskModel> models();

    /**
     * A user task in a model.
     *
     * @param processKey id of the process
     * @param elementId id of the task's element
     * @param formKey id of its form
     * @param candidateGroups roles that may do it
     */
    record UserTaskModel(String processKey, String elementId, String formKey, Set<String> candidateGroups) {}
}
