package org.thun.disbursement;

/** What becomes of the part of a tranche that is not paid. The agreement's sum stays as it is either way. */
public enum Rest {
    /** Goes to the next tranche. */
    CARRY,
    /** Is not paid. */
    CANCEL
}
