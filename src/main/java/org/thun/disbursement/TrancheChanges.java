package org.thun.disbursement;

import org.thun.identity.Actor;

/** What an approved amendment does to the tranches of a grant, in the transaction that brings it into force. */
public interface TrancheChanges {

    /**
     * Stops payments for good (BR-36): every tranche for which the bank has no order yet is skipped, and a voucher made for
     * it is void.
     */
    void stop(String grantId, String reason, Actor actor);
}
