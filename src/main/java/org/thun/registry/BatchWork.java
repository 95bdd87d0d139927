package org.thun.registry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;

/** The steps of a batch as its process takes them. Every step may be repeated without harm. */
public interface BatchWork {

    /** A batch by its id, whoever asks. */
    Batch get(String batchId);

    /** People who must keep their hands off: the centre's own, whoever handed the batch in or wrote a record of it (SD5). */
    Set<String> excluded(String batchId);

    /**
     * Checks all records by the rules and draws the sample.
     *
     * @return the day on which the verifiers are to be reminded; empty if no record passed the checks, and the batch is then
     *     back with the centre
     */
    Optional<LocalDate> draw(String batchId);

    /** Notes that the verifiers were reminded of the sample. */
    void remind(String batchId);

    /** Closes the check of the sample, once all of it has been judged. */
    Outcome<Void> closeCheck(String batchId, String note, Actor actor);

    /** Decides on the whole. A batch above the limit can only go back (BR-22); going back needs a reason. */
    Outcome<Void> decide(String batchId, BatchDecision decision, String reason, Actor actor);

    /**
     * Brings the next records to where the decision puts them.
     *
     * @return whether there are more
     */
    boolean settle(String batchId);
}
