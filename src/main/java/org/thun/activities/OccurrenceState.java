package org.thun.activities;

/** Where one occurrence of an activity stands. */
public enum OccurrenceState {
    /** Laid out by the schedule; its month has not come. */
    PLANNED,
    /** Its month has come; days, place and budget are being planned and approved. */
    READY,
    /** The plan is approved. */
    IN_PROGRESS,
    /** The planned days are over; a report is owed. */
    DONE,
    /** A report is being checked. */
    REPORTED,
    /** The report is accepted. */
    ACCEPTED,
    /** Given up with an approved reason. */
    CANCELLED;

    /** Whether nothing is owed any more: only then can the grant close. */
    public boolean settled() {
        return this == ACCEPTED || this == CANCELLED;
    }
}
