package org.thun.amendments;

/** Where one decision for many grants stands. */
public enum MassAmendmentState {
    DRAFT,
    /** With the approver. */
    SUBMITTED,
    /** Back with who drafted it. */
    RETURNED,
    /** Approved; its grants are amended one by one. */
    APPLYING,
    /** Every grant was tried, and some could not take it. */
    FOLLOW_UP,
    /** The grants stand still until the day on which they run again. */
    STANDING_STILL,
    DONE,
    REJECTED,
    WITHDRAWN;

    /** Whether it is still being written. */
    public boolean drafting() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether the approver has agreed to it. */
    public boolean approved() {
        return this == APPLYING || this == FOLLOW_UP || this == STANDING_STILL || this == DONE;
    }
}
