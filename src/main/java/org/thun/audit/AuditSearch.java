package org.thun.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.identity.Actor;

/** Reading the trail across stories, as far as the reader's right to it reaches. */
public interface AuditSearch {

    /** Entries that fit, the newest first. */
    Found search(Actor actor, Criteria criteria, int offset, int limit);

    /** Checks the chain of a stream; empty if the person may not read it, or if there is no such stream. */
    Optional<AuditTrail.ChainCheck> check(Actor actor, String streamId);

    /** What a stream is about, where somebody knows. */
    Optional<AuditStreams.Subject> subjectOf(String streamId);

    /** Every command that has ever been recorded, for the search form. */
    List<String> commands();

    /**
     * What to look for; what is {@code null} does not matter.
     *
     * @param person part of a name at the time, or the id of an account
     * @param objectId id of an object
     * @param command what was done
     * @param streamId the story
     * @param from first day
     * @param to last day
     */
    record Criteria(
            String person, String objectId, String command, String streamId, LocalDate from, LocalDate to) {}

    /**
     * A page of entries.
     *
     * @param entries those of the page
     * @param total how many there are on all pages
     */
    record Found(List<AuditEntry> entries, long total) {}
}
