package org.thun.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thun.shared.LocalizedText;

/**
 * Starting, addressing and ending processes. All of it happens in the caller's transaction. Variables are ids and
 * decisions: strings, numbers, booleans; amounts, texts and people stay in tables.
 */
public interface Processes {

    /**
     * Starts the newest version of a process.
     *
     * @param processKey id of the process in its model
     * @param businessKey id of the domain object it serves
     * @param caseId id of the case file that shows it (a grant or a proposal)
     * @param subject what it is about, for lists
     * @param variables start variables
     * @return the id of the run
     */
    String start(
            String processKey,
            String businessKey,
            String caseId,
            LocalizedText subject,
            Map<String, Object> variables);

    /**
     * Tells a waiting process that something has happened.
     *
     * @return whether exactly one run of that business key waited for it
     */
    boolean tell(String messageName, String businessKey, Map<String, Object> variables);

    /** Ends the open runs of a domain object before their time, for that reason. */
    void cancel(String businessKey, String reason);

    /** The runs of those case files, oldest first. */
    List<ProcessRun> ofCases(List<String> caseIds);

    Optional<ProcessRun> run(String runId);

    /** The open runs of a domain object. */
    List<ProcessRun> openRuns(String businessKey);
}
