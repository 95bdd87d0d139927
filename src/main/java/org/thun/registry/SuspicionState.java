package org.thun.registry;

/** What is known about two records that look alike. */
public enum SuspicionState {
    /** Found by the system; nobody has decided. */
    SUSPECTED,
    /** Decided: the same person or organisation. */
    CONFIRMED,
    /** Decided: not the same. Never asked again. */
    DISTINCT
}
