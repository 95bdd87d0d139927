package org.thun.scenario;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.thun.progress.PeriodAccepted;

/** Something that goes wrong at the very end of accepting a report, after everything else has been written. */
@Component
class AcceptanceThatFails {

    private final Set<String> grants = ConcurrentHashMap.newKeySet();

    void failFor(String grantId) {
        grants.add(grantId);
    }

    void mend(String grantId) {
        grants.remove(grantId);
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(PeriodAccepted accepted) {
        if (grants.contains(accepted.grantId())) {
            throw new IllegalStateException("the disk is full");
        }
    }
}
