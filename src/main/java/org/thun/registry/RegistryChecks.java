package org.thun.registry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;

/**
 * Whether the summaries from which counts are read agree with the records. Looked at every night; a difference stays open
 * until an administrator has it repaired, or a later night finds it gone.
 */
public interface RegistryChecks {

    /** What has been found, open findings first, then the newest; at most {@value #SHOWN}. */
    List<Finding> findings();

    /** How many findings are open. */
    long open();

    /** Findings that are shown. */
    int SHOWN = 100;

    /** Compares now, for every grant. */
    void check();

    /**
     * Has the summaries of a finding's grant follow the records. Counts that were right do not change, and nobody has to
     * stop working meanwhile. Refused if the finding is no longer open or is not about summaries.
     *
     * @throws org.springframework.security.access.AccessDeniedException if the person does not administer
     */
    Outcome<Void> repair(String findingId, Actor actor);

    /** What does not agree. */
    enum Kind {
        /** The summaries with the days on which records count: can be repaired. */
        SUMMARY,
        /** The days on which records count with the state of the records: to be looked into by people. */
        RECORDS
    }

    /**
     * A difference.
     *
     * @param id id of the finding
     * @param grantId the grant
     * @param kind what does not agree
     * @param foundOn business day on which it was found
     * @param foundAt when
     * @param wrong rows of the summary, or records, that are wrong
     * @param example one of them, technically
     * @param closedBy who had it repaired, or that it was found gone; {@code null} while it is open
     * @param closedAt when, or {@code null}
     */
    record Finding(
            String id,
            String grantId,
            Kind kind,
            LocalDate foundOn,
            LocalDateTime foundAt,
            long wrong,
            String example,
            String closedBy,
            LocalDateTime closedAt) {

        public boolean isOpen() {
            return closedAt == null;
        }

        public boolean repairable() {
            return isOpen() && kind == Kind.SUMMARY;
        }
    }
}
