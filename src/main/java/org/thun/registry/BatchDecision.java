package org.thun.registry;

/** What becomes of a batch. */
public enum BatchDecision {
    /** All records of the batch are verified, but for those of the sample that were found wrong. */
    ACCEPT,
    /** The whole batch goes back to the centre. */
    RETURN
}
