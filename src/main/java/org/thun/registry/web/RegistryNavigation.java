package org.thun.registry.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Role;
import org.thun.web.NavigationEntry;

/** The way to the registers. */
@Configuration(proxyBeanMethods = false)
class RegistryNavigation {

    @Bean
    NavigationEntry registersEntry() {
        return NavigationEntry.of(400, "/registers", "registry.nav", RegistryNavigation::mayLook);
    }

    @Bean
    NavigationEntry registerChecksEntry() {
        return NavigationEntry.of(940, "/admin/register-checks", "registry.checks.nav", CheckPages::administers);
    }

    /** Funders' readers come for the sums. */
    private static boolean mayLook(Actor actor) {
        return actor.mayAnywhere(Action.READ, ObjectKind.REGISTRY_RECORD) || actor.roles().contains(Role.FR);
    }
}
