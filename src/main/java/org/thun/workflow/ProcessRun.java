package org.thun.workflow;

import java.time.LocalDateTime;
import org.thun.shared.LocalizedText;

/**
 * One run of a process for one case.
 *
 * @param runId id of the run
 * @param processKey which process; its name is the text {@code process.<processKey>}
 * @param businessKey id of the domain object it serves
 * @param caseId id of the case file that shows it
 * @param subject what it is about
 * @param startedAt when it began
 * @param endedAt when it ended, or {@code null} while it runs
 * @param endReason why it was ended before its time, or {@code null}
 */
public record ProcessRun(
        String runId,
        String processKey,
        String businessKey,
        String caseId,
        LocalizedText subject,
        LocalDateTime startedAt,
        LocalDateTime endedAt,
        String endReason) {

    public boolean isOpen() {
        return endedAt == null;
    }
}
