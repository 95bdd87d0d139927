package org.thun.disbursement;

/** What a ledger entry records. */
public enum EntryKind {
    TRANCHE_PAID,
    INTEREST,
    OTHER_INCOME,
    EXPENSE,
    REFUND,
    /** Corrects an earlier entry; that entry stays. */
    ADJUSTMENT
}
