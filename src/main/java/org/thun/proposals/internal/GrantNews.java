package org.thun.proposals.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.AgreementEffective;
import org.thun.grants.AgreementLapsed;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.proposals.ProposalState;
import org.thun.shared.BusinessClock;

/** What became of the agreement decides the end of the proposal's story. Runs in the transaction of the event. */
@Component
class GrantNews {

    private final ProposalMapper proposals;
    private final Grants grants;
    private final AuditTrail audit;
    private final BusinessClock clock;

    GrantNews(ProposalMapper proposals, Grants grants, AuditTrail audit, BusinessClock clock) {
        this.proposals = proposals;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void on(AgreementEffective event) {
        end(event.grantId(), "proposal.fund", ProposalState.FUNDED);
    }

    @EventListener
    void on(AgreementLapsed event) {
        end(event.grantId(), "proposal.expire", ProposalState.EXPIRED);
    }

    private void end(String grantId, String command, ProposalState to) {
        String proposalId = grants.get(grantId).proposalId();
        if (proposals.move(proposalId, ProposalState.CONTRACTING, to, clock.today()) > 0) {
            audit.record(Actor.SYSTEM, AuditEvent.transition(
                    proposalId, command, "proposal", proposalId, ProposalState.CONTRACTING, to));
        }
    }
}
