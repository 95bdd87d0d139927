package org.thun.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;

/**
 * The five registers. Entry belongs to the people of a centre, verification to somebody else (SD5). What a person may not
 * see does not exist for that person; commands on such records are refused as unknown.
 */
public interface Registers {

    /** Kind of object under which records stand in the audit trail and among the documents. */
    String OBJECT_TYPE = "registry_record";

    /** Most records that looking for a name finds: who needs more looks for too little. */
    int MOST_FOUND = 200;

    /** Most records of a list that are counted. */
    int MOST_COUNTED = 10_000;

    /** Most records of the verifiers' work list that are counted; it is worked off from its beginning. */
    int MOST_WAITING = 1_000;

    /**
     * Enters a record, as a draft or submitted at once. The same id again changes nothing.
     *
     * @return the id of the record
     */
    Outcome<String> enter(RecordFacts facts, boolean submit, Actor actor);

    /** Enters many, submitted; each row stands or falls alone. Results in the order of the rows. */
    List<Outcome<String>> enterAll(List<RecordFacts> rows, Actor actor);

    /**
     * Changes what a record says. A record that had been verified counts no more until it is verified again.
     *
     * @param version number of the facts that were changed; refused if somebody has changed them since
     */
    Outcome<Void> correct(RecordFacts facts, int version, boolean submit, Actor actor);

    /** Hands a draft to the verifiers. */
    Outcome<Void> submit(String recordId, Actor actor);

    /** Confirms a submitted record, or confirms a verified one again so that it stays fresh (BR-18). */
    Outcome<Void> verify(String recordId, Actor actor);

    /** Verifies many; each stands or falls alone. Results in the order of the ids. */
    List<Outcome<Void>> verifyAll(List<String> recordIds, Actor actor);

    /** Sends a submitted or verified record back. */
    Outcome<Void> reject(String recordId, String reason, Actor actor);

    /** The same for many. */
    List<Outcome<Void>> rejectAll(List<String> recordIds, String reason, Actor actor);

    /** The person concerned takes back the consent (BR-39): from today on the record counts no more. */
    Outcome<Void> withdraw(String recordId, String reason, Actor actor);

    /** A record that this person may see. */
    Optional<RegisterRecord> find(String recordId, Actor actor);

    /**
     * The citizen numbers of those of the records that this person may see and that have one, by id of the record: masked
     * but for the last four digits.
     */
    Map<String, String> maskedCitizenNumbers(Collection<String> recordIds, Actor actor);

    /**
     * Records that this person may see: in Thai order of their names or, where a name is looked for, the likeliest first.
     * What a name finds ends at {@value #MOST_FOUND} records; longer lists are read with {@link Cursor}s.
     *
     * @return their number as {@code total}, up to {@value #MOST_COUNTED}
     */
    RegistryCounts.Page<RegisterRecord> list(RecordFilter filter, Actor actor, int page, int size);

    /** A stretch of the same in Thai order, wherever in the list. */
    Stretch list(RecordFilter filter, Actor actor, Cursor from, int size);

    /** How many records a filter finds for this person; no more than that many are counted. */
    long count(RecordFilter filter, Actor actor, int atMost);

    /**
     * Submitted records that this person may verify, longest waiting first; {@code filter.state} is not used.
     *
     * @return their number as {@code total}, up to {@value #MOST_WAITING}
     */
    RegistryCounts.Page<RegisterRecord> waiting(RecordFilter filter, Actor actor, int page, int size);

    /** Writes the keys by which the records of a grant are found by name anew, after the rules of folding have changed. */
    void renewSearch(String grantId);

    /** What a record has said over time, newest first; empty if this person may not see it. */
    List<RecordVersion> versions(String recordId, Actor actor);
}
