package org.thun.amendments.internal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.Part;
import org.thun.identity.Actor;
import org.thun.progress.SuspensionProposal;

/** A proposal to suspend a grant whose report stays away becomes a draft that the programme officer sends (BR-13, BR-14). */
@Component
class SuspensionDrafts implements SuspensionProposal {

    private final AmendmentDesk desk;

    SuspensionDrafts(AmendmentDesk desk) {
        this.desk = desk;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void propose(String grantId, String reason, Actor actor) {
        desk.draftForFunder(grantId, new Part.Suspension(), reason, actor);
    }
}
