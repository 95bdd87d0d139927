package org.thun.privacy.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.identity.Action;
import org.thun.identity.ObjectKind;
import org.thun.web.NavigationEntry;

/** The way to the requests about data of people. */
@Configuration(proxyBeanMethods = false)
class PrivacyNavigation {

    @Bean
    NavigationEntry privacyEntry() {
        return NavigationEntry.of(450, "/privacy", "privacy.nav",
                actor -> actor.mayAnywhere(Action.APPROVE, ObjectKind.SENSITIVE_DATA)
                        || actor.mayAnywhere(Action.CREATE, ObjectKind.SENSITIVE_DATA));
    }
}
