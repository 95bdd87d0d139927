package org.thun.disbursement;

import java.util.List;
import org.thun.grants.AgreedTranche;
import org.thun.identity.Actor;

/** What an approved amendment does to the tranches of a grant, in the transaction that brings it into force. */
public interface TrancheChanges {

    /**
     * Stops payments for good (BR-36): every tranche for which the bank has no order yet is skipped, and a voucher made for
     * it is void.
     */
    void stop(String grantId, String reason, Actor actor);

    /**
     * Lays the tranches that nobody has asked for out anew (BR-02). One that now waits for a period that is accepted already
     * opens at once.
     *
     * @param plan the whole plan; it says of every other tranche what it said before
     * @throws org.springframework.dao.OptimisticLockingFailureException if one that differs has been asked for meanwhile
     */
    void replan(String grantId, List<AgreedTranche> plan, String reason, Actor actor);
}
