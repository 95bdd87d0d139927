package org.thun.workflow;

import java.time.LocalDateTime;
import java.util.List;

/** Work that failed after its retries and waits for an administrator. */
public interface Incidents {

    List<Incident> open();

    /** Runs the failed work once more, at the next turn of the job executor. */
    void retry(String incidentId);

    /**
     * Failed work.
     *
     * @param id id of the incident
     * @param runId the process run it belongs to
     * @param processKey id of the process
     * @param elementId where in the model it failed
     * @param businessKey id of the domain object
     * @param since when it gave up
     * @param message what went wrong, technically
     */
    record Incident(
            String id,
            String runId,
            String processKey,
            String elementId,
            String businessKey,
            LocalDateTime since,
            String message) {}
}
