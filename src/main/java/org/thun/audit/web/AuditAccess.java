package org.thun.audit.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.web.NavigationEntry;
import org.thun.web.NotFound;

/** Who is shown the way to the trail. How much of it they may read is decided entry by entry. */
@Configuration(proxyBeanMethods = false)
class AuditAccess {

    @Bean
    NavigationEntry auditNavigation() {
        return NavigationEntry.of(940, "/admin/audit", "audit.nav", AuditAccess::includes);
    }

    /** For others there is no such page. */
    static void require(Actor actor) {
        if (!includes(actor)) {
            throw new NotFound("audit trail, for " + actor.username());
        }
    }

    private static boolean includes(Actor actor) {
        return actor.mayAnywhere(Action.READ, ObjectKind.AUDIT_LOG);
    }
}
