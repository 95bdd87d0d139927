package org.thun.progress;

import org.thun.identity.Actor;

/**
 * Where a proposal to suspend a grant goes whose report stays away (BR-13). Others decide about it (BR-14). Implemented by
 * whoever changes agreements; while nobody does, such proposals are refused.
 */
public interface SuspensionProposal {

    /**
     * Proposes to suspend a grant, in the transaction of the decision.
     *
     * @param reason why, in the words of who proposes
     */
    void propose(String grantId, String reason, Actor actor);
}
