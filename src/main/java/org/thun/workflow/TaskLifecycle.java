package org.thun.workflow;

import java.util.Set;

/** Told by the engine, in its transaction, when user tasks come, change and go. Implemented by the inbox. */
public interface TaskLifecycle {

    void created(CreatedTask task);

    /** The task is gone: completed, or taken away because its process moved on (an interrupting timer, a cancellation). */
    void ended(String taskId);

    /** The run of the task follows another version of its model now: step, form or roles may be other ones. */
    void moved(CreatedTask task);

    /**
     * A user task as its model has it.
     *
     * @param taskId id of the task
     * @param runId id of the process run
     * @param processKey id of the process
     * @param elementId id of the task's element in the model
     * @param formKey id of its form
     * @param businessKey id of the domain object the process serves
     * @param roleCodes candidate groups
     */
    record CreatedTask(
            String taskId,
            String runId,
            String processKey,
            String elementId,
            String formKey,
            String businessKey,
            Set<String> roleCodes) {}
}
