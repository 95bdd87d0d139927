package org.thun.registry;

/** Where a batch stands. */
public enum BatchState {
    /** Handed in; the automatic checks run and the sample is drawn. */
    DRAWING,
    /** Verifiers look at the sample. */
    CHECKING,
    /** All of the sample has been judged; the decision on the whole is due. */
    DECIDING,
    /** Decided; the records are being brought to where the decision puts them. */
    SETTLING,
    /** Accepted as a whole: its records count, but for those found wrong. */
    ACCEPTED,
    /** Back with the centre; none of its records counts by it. */
    RETURNED
}
