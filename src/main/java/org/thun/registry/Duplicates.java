package org.thun.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thun.identity.Actor;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.RegistryCounts.Page;
import org.thun.shared.Outcome;

/**
 * Records that may be about the same person or organisation (BR-19, BR-20). They are found when records are handed in and
 * by a nightly round; people decide, and may decide otherwise later: figures as of days gone by stay as they were.
 *
 * <p>Verifiers decide where they may verify; the people of a centre decide about two records of their own centre. Nobody
 * decides about a record that is their own work (SD5).
 */
public interface Duplicates {

    /** Most pairs of the queue that are counted; it is worked off from its beginning. */
    int MOST_COUNTED = 1_000;

    /**
     * Pairs both of whose records this person may see, the likeliest first.
     *
     * @return their number as {@code total}, up to {@value #MOST_COUNTED}
     */
    Page<Suspicion> list(Filter filter, Actor actor, int page, int size);

    /** How many pairs that this person may see wait for a decision; no more than that many are counted. */
    long waiting(int atMost, Actor actor);

    /** A pair that this person may see. */
    Optional<Suspicion> find(String suspicionId, Actor actor);

    /** What a decision of this person about the pair would do today; empty if this person may not see it. */
    Optional<DuplicateEffect> effect(String suspicionId, DuplicateVerdict verdict, Actor actor);

    /** Whether this person may decide about the pair; refused with the reason why not. */
    Outcome<Void> mayDecide(String suspicionId, Actor actor);

    /**
     * Decides about a pair, or decides otherwise than before. Of one person's records of one province one stands, with the
     * roles of all (BR-21), and the others are merged into it; those of other provinces count there and are marked shared,
     * and the nation counts the person once (BR-20). From today on; what was counted before stays.
     *
     * @param reason needed when a decision is taken back or a certain suspicion is denied
     */
    Outcome<Void> decide(String suspicionId, DuplicateVerdict verdict, String reason, Actor actor);

    /** What stands beside a record because of others like it; nothing if this person may not see the record. */
    DuplicateMark mark(String recordId, Actor actor);

    /**
     * Records like these, which need not have been entered yet: for the preview of an import. Any number of rows of one
     * grant and register; a batch of some hundreds costs a handful of index look-ups.
     *
     * @return the likeliest record for each id; ids without any are absent
     */
    Map<String, Alike> alike(Collection<RecordFacts> rows, Actor actor);

    /** Looks through all records of a grant again. */
    void rescan(String grantId);

    /**
     * Which pairs a list shows; parts that are {@code null} do not narrow it.
     *
     * @param grantId the grant
     * @param register the register
     * @param centreCode centre of either record
     * @param state what is known about them; {@code null} for those that wait
     */
    record Filter(String grantId, Register register, String centreCode, SuspicionState state) {}

    /**
     * A record like another.
     *
     * @param recordId the record; {@code null} if the reader may not see it
     * @param number its number, for people; {@code null} likewise
     * @param score how much speaks for it, from 0 to 100
     * @param certain whether the citizen number says so
     */
    record Alike(String recordId, String number, int score, boolean certain) {}
}
