package org.thun.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.thun.identity.Actor;
import org.thun.registry.RecordFilter;
import org.thun.registry.RegisterRecord;
import org.thun.shared.Outcome;

/**
 * Data of people under the law (BR-38, BR-39). Acting for a person asks for the right to create sensitive data at the
 * record's centre, agreeing as the second person for the right to approve it; nobody is both in one request (SD1).
 */
public interface Privacy {

    /** Kind of object under which requests stand in the audit trail; the stream is the request's own. */
    String OBJECT_TYPE = "privacy_request";

    /** Days in which an approved export may be fetched. */
    int DAYS_TO_FETCH = 7;

    /** Makes the file of all that is held about the person of a record; written into the record's trail. */
    Outcome<SubjectFile> subjectFile(String recordId, String reason, Actor actor);

    /** The same as a PDF to be handed over, in the language the person reads. */
    byte[] print(SubjectFile file, Locale language);

    /** Asks for taking the name out of a record; gives the id of the request. */
    Outcome<String> askAnonymise(String recordId, String reason, Actor actor);

    /**
     * Asks for an export of the records a filter finds. Up to the programme's limit it may be taken at once; above, and if the
     * records are about people, a second person has to agree, and a reason is needed.
     */
    Outcome<Asked> askExport(RecordFilter filter, String reason, Actor actor);

    /**
     * Hands out the rows of an export that may be taken at once, or of an approved request; written into the trail with their
     * number before the first row leaves.
     *
     * @param requestId the request, or {@code null} if none was needed
     * @return how many rows, or what stands against it
     */
    Outcome<Long> export(RecordFilter filter, String requestId, String reason, Actor actor, Consumer<RegisterRecord> row);

    /** What an approved export has, for the person who asked for it, while it may be fetched. */
    Optional<RecordFilter> approvedExport(String requestId, Actor actor);

    /** Agrees to a request or refuses it, as the second person. Removing one name happens at once. */
    Outcome<Void> decide(String requestId, boolean agree, String reason, Actor actor);

    Optional<PrivacyRequest> find(String requestId, Actor actor);

    /** Requests this person has asked for or may decide, those that wait first, then the newest. */
    List<PrivacyRequest> list(Actor actor, int atMost);

    /** The numbers of the first records that a reduction is about, for looking before agreeing. */
    List<String> preview(String requestId, Actor actor, int atMost);

    /** Whether this person may agree to that request or refuse it. */
    boolean mayDecide(PrivacyRequest request, Actor actor);

    /**
     * What became of asking for an export.
     *
     * @param people rows it has
     * @param requestId the request that waits for a second person, or {@code null} if it may be taken at once
     */
    record Asked(long people, String requestId) {}
}
