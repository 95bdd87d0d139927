package org.thun.reporting.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.identity.Action;
import org.thun.identity.ObjectKind;
import org.thun.web.NavigationEntry;

/** The way to the reports. */
@Configuration(proxyBeanMethods = false)
class ReportPlaces {

    @Bean
    NavigationEntry reports() {
        return NavigationEntry.of(600, "/reports", "reporting.nav",
                actor -> actor.mayAnywhere(Action.READ, ObjectKind.MEASUREMENT));
    }
}
