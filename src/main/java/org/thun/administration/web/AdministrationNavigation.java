package org.thun.administration.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.web.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class AdministrationNavigation {

    @Bean
    NavigationEntry peopleNavigation() {
        return NavigationEntry.of(900, "/admin/people", "administration.people.nav", PeopleController::includes);
    }
}
