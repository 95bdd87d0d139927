package org.thun.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.indicators.MeasuredEntry.EntrySlice;
import org.thun.indicators.MeasuredEntry.Purpose;
import org.thun.shared.Outcome;

/**
 * Values of indicators that no register counts. A centre enters for itself, the coordinator for every place; somebody who
 * may not enter for that place checks, and a third person approves (SD1, SD5). Only what is approved counts. Nothing is
 * rewritten: a correction is a new entry that goes the same way and takes the place of the old one when it is approved.
 */
public interface EnteredMeasurements {

    /**
     * What somebody enters.
     *
     * @param indicatorId the indicator
     * @param purpose result or baseline
     * @param place the whole or a centre
     * @param from first day it is of; the same as {@code to} for values that hold on a day
     * @param to last day, not in the future
     * @param amount the value; above the line of a share
     * @param of below the line of a share or an average; {@code null} elsewhere. 0 is allowed: the value is then n/a
     * @param note what proves it
     * @param slices the same by codes of the lists of the definition; may be empty
     * @param corrects id of the approved entry it takes the place of, or {@code null}
     */
    record NewEntry(
            String indicatorId,
            Purpose purpose,
            Place place,
            LocalDate from,
            LocalDate to,
            BigDecimal amount,
            BigDecimal of,
            String note,
            List<EntrySlice> slices,
            String corrects) {

        public NewEntry {
            slices = List.copyOf(slices);
        }
    }

    /** Enters a value. @return the id of the entry */
    Outcome<String> enter(Grant grant, NewEntry entry, Actor actor);

    /** Passes an entry on to approval, or returns it with a reason. */
    Outcome<Void> check(Grant grant, String entryId, boolean pass, String reason, Actor actor);

    /** Lets an entry count, or returns it with a reason. What it corrects ceases to hold in the same moment. */
    Outcome<Void> approve(Grant grant, String entryId, boolean approve, String reason, Actor actor);

    /**
     * All entries of an indicator, newest first. Who takes no part in entering, checking and approving sees those only that
     * hold or once held (BR-50).
     */
    List<MeasuredEntry> of(Grant grant, String indicatorId, Actor actor);

    /** Entries of a grant that wait for this person to check or to approve, oldest first. */
    List<MeasuredEntry> waiting(Grant grant, Actor actor);

    /**
     * The results that make up an indicator on a day.
     *
     * @param knownAt as they were known at that moment; {@code null} for now
     */
    List<MeasuredEntry> behind(Grant grant, String indicatorId, LocalDate asOf, LocalDateTime knownAt);

    /** Marks what made up the figures of a report as frozen with it. @param knownAt when its figures were collected */
    void freeze(Grant grant, LocalDate asOf, LocalDateTime knownAt, String snapshotId);

    /** The places for which this person may enter values, the whole first. */
    List<Place> placesOf(Grant grant, Actor actor);

    /** Whether this person may check entries for that place (SD5). */
    boolean mayCheck(Grant grant, Place place, Actor actor);

    /** Whether this person may approve entries. */
    boolean mayApprove(Grant grant, Actor actor);
}
