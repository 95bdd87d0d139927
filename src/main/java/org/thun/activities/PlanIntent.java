package org.thun.activities;

/** What the grantee proposes for an occurrence. */
public enum PlanIntent {
    /** To hold it. */
    HOLD,
    /** To give it up, with a reason. */
    CANCEL
}
