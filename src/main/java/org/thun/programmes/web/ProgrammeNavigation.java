package org.thun.programmes.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.identity.Action;
import org.thun.identity.ObjectKind;
import org.thun.web.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class ProgrammeNavigation {

    @Bean
    NavigationEntry programmesEntry() {
        return NavigationEntry.of(300, "/programmes", "programmes.nav",
                actor -> actor.mayAnywhere(Action.READ, ObjectKind.PROGRAMME));
    }
}
