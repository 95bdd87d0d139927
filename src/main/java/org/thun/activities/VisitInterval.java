package org.thun.activities;

/** How often a grant of that risk is visited (BR-46); decided by the table {@code visit-interval}. */
public enum VisitInterval {
    MONTHLY,
    QUARTERLY,
    /** Once in each reporting period, before the tranche that waits for its report. */
    PER_TRANCHE
}
