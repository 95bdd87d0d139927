package org.thun.administration.web;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.identity.Role;
import org.thun.web.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class AdministrationNavigation {

    private static final Set<Role> ARRANGING = EnumSet.of(Role.SA, Role.PO, Role.AP, Role.GL);

    @Bean
    NavigationEntry peopleNavigation() {
        return NavigationEntry.of(900, "/admin/people", "administration.people.nav", PeopleController::includes);
    }

    /** For those who arrange deputies for others; everybody else finds the page through their account. */
    @Bean
    NavigationEntry deputiesNavigation() {
        return NavigationEntry.of(890, "/deputies", "administration.deputies.nav",
                actor -> !Collections.disjoint(actor.roles(), ARRANGING));
    }
}
