package org.thun.workflow;

import java.time.LocalDateTime;
import java.util.List;
import org.thun.identity.Actor;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;

/** Work that failed after its retries and waits for an administrator. */
public interface Incidents {

    /** Failed work, the newest first. */
    List<Incident> open();

    /**
     * Runs the failed work once more, at the next turn of the job executor. Refused if it is no longer there: somebody else
     * has retried it, or its process has ended.
     *
     * @throws org.springframework.security.access.AccessDeniedException if the person does not administer
     */
    Outcome<Void> retry(Actor actor, String incidentId);

    /**
     * Failed work.
     *
     * @param id id of the incident
     * @param runId the process run it belongs to
     * @param processKey id of the process
     * @param elementId where in the model it failed
     * @param elementName what the model calls that step, or {@code null}
     * @param businessKey id of the domain object
     * @param caseId id of the case file, or {@code null}
     * @param subject what the run is about, or {@code null}
     * @param since when it gave up
     * @param message what went wrong, technically
     */
    record Incident(
            String id,
            String runId,
            String processKey,
            String elementId,
            String elementName,
            String businessKey,
            String caseId,
            LocalizedText subject,
            LocalDateTime since,
            String message) {}
}
