package org.thun.activities.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.workflow.ProcessRun;
import org.thun.workflow.Processes;

/** Where the process of each occurrence stands: the bars of the plan are runs of a process. */
@Component
class PlanSteps {

    private final Processes processes;
    private final TaskDesk tasks;

    PlanSteps(Processes processes, TaskDesk tasks) {
        this.processes = processes;
        this.tasks = tasks;
    }

    /**
     * The newest run of an occurrence.
     *
     * @param run the run
     * @param task the step that waits for somebody, or {@code null}
     */
    record Standing(ProcessRun run, OpenTask task) {}

    /** By id of the occurrence; those whose month has not come have no run. */
    Map<String, Standing> of(Grant grant) {
        Map<String, OpenTask> waiting = new HashMap<>();
        tasks.ofCase(grant.id()).forEach(task -> waiting.put(task.businessKey(), task));
        Map<String, Standing> standings = new HashMap<>();
        for (ProcessRun run : processes.ofCases(List.of(grant.id()))) {
            standings.put(run.businessKey(), new Standing(run, run.isOpen() ? waiting.get(run.businessKey()) : null));
        }
        return standings;
    }
}
