package org.thun.closeout.internal;

import org.springframework.stereotype.Component;
import org.thun.activities.CloseOutDocuments;

/** Tells the activities when the institute fee may be reported (BR-49). */
@Component
class SentDocuments implements CloseOutDocuments {

    private final CloseOutMapper closeOuts;

    SentDocuments(CloseOutMapper closeOuts) {
        this.closeOuts = closeOuts;
    }

    @Override
    public boolean sent(String grantId) {
        return closeOuts.ofGrant(grantId).filter(row -> row.state().documentsSent()).isPresent();
    }
}
