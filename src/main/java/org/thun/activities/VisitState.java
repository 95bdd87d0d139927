package org.thun.activities;

/** Where a visit of the mentor stands. */
public enum VisitState {
    /** Its time has not come. */
    PLANNED,
    /** The mentor is to go. */
    DUE,
    /** It has taken place. */
    DONE,
    /** The grant closed before it took place. */
    DROPPED
}
