package org.thun.disbursement;

/** Where a tranche stands. */
public enum TrancheState {
    /** Agreed; its gates are not all met yet. */
    PLANNED,
    /** Every gate is met: the grantee may ask. */
    ELIGIBLE,
    /** The grantee asks for it. */
    REQUESTED,
    /** The programme officer found every gate met. */
    CHECKED,
    /** The first key is turned. */
    APPROVED,
    /** Both keys are turned: the bank has its order. */
    PAYMENT_ORDERED,
    /** Paid in full. */
    PAID,
    /** Paid less than agreed (BR-05). */
    PART_PAID,
    /** The grantee has confirmed the money. */
    RECEIPTED,
    /** Held by the programme officer, for a reason. */
    ON_HOLD,
    /** The bank could not deliver; a new voucher is needed. */
    RETURNED_BY_BANK,
    /** Not asked for, or nothing was needed: paid nothing. */
    SKIPPED;

    /** Whether the money has left the funder. */
    public boolean isPaid() {
        return this == PAID || this == PART_PAID || this == RECEIPTED;
    }

    /** Whether nothing more will happen with this tranche. */
    public boolean isSettled() {
        return this == RECEIPTED || this == SKIPPED;
    }
}
