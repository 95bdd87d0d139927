package org.thun.progress;

/** Where a period report stands. */
public enum PeriodReportState {
    /** Its period is not over. */
    NOT_DUE,
    /** The period is over; nothing has been written yet. */
    OPEN,
    /** Written, not yet sent by the grantee's lead. */
    DRAFT,
    /** With the mentor. */
    SUBMITTED,
    /** With the programme officer. */
    MENTOR_PASSED,
    /** Back with the grantee. */
    RETURNED,
    /** Accepted and frozen (BR-15). */
    FROZEN
}
