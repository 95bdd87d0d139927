package org.thun.audit.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.AccountChanged;

/** Writes down what happens to accounts: identity stands below the trail and cannot call it. */
@Component
class AccountEntries {

    private final AuditTrail trail;

    AccountEntries(AuditTrail trail) {
        this.trail = trail;
    }

    /** In the transaction of the change itself. */
    @EventListener
    void on(AccountChanged changed) {
        trail.record(changed.actor(), new AuditEvent(
                changed.accountId(),
                changed.change().command(),
                changed.change().objectType(),
                changed.objectId(),
                changed.from(),
                changed.to(),
                changed.reason(),
                changed.data()));
    }
}
