package org.thun.progress;

/** What the mentor thinks of the grant's prospects. */
public enum MentorOpinion {
    /** Likely to succeed. */
    LIKELY,
    /** At risk, to be watched closely. */
    AT_RISK,
    /** Must be terminated: stops the next tranche (BR-04). */
    TERMINATE
}
