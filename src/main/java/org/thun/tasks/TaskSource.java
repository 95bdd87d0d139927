package org.thun.tasks;

import java.util.Optional;
import org.thun.shared.Money;

/** Tells the inbox what the tasks of one process are about. Each feature has one for each of its processes. */
public interface TaskSource {

    /** Id of the process in its model. */
    String processKey();

    /**
     * What a task is about. Asked when the task comes up and again when somebody opens or completes it, so that people
     * excluded meanwhile are stopped (SD6).
     *
     * @param elementId id of the task's element in the model
     * @param businessKey id of the domain object the process serves
     */
    TaskContext contextOf(String elementId, String businessKey);

    /**
     * The money decided about in a task, where there is any: a deputy with a limit may not decide about more.
     *
     * @param elementId id of the task's element in the model
     * @param businessKey id of the domain object the process serves
     */
    default Optional<Money> amountOf(String elementId, String businessKey) {
        return Optional.empty();
    }
}
