package org.thun.disbursement;

/** Where a payment voucher stands. */
public enum VoucherState {
    /** Waits for the first key. */
    MADE,
    /** Waits for the second key. */
    FIRST_KEY,
    /** Both keys are turned: the bank has its order. */
    ORDERED,
    PAID,
    /** Returned by a key or by the bank; the approvals given on it count no longer. */
    VOID
}
