package org.thun.activities;

/** What the grantee proposes for an occurrence. */
public enum PlanIntent {
    /** To hold it. */
    HOLD,
    /** To hold it in another month, with a reason. */
    POSTPONE,
    /** To give it up, with a reason. */
    CANCEL
}
