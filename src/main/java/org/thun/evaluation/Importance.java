package org.thun.evaluation;

/** How much hangs on a recommendation. */
public enum Importance {
    /** While it is overdue no tranche is paid (BR-04). */
    CRITICAL,
    NORMAL
}
