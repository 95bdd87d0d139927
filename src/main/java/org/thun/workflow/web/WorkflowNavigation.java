package org.thun.workflow.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.web.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class WorkflowNavigation {

    @Bean
    @ConditionalOnProperty("thun.training-clock.enabled")
    NavigationEntry clockNavigation() {
        return NavigationEntry.of(910, "/admin/clock", "workflow.clock.nav", Administrators::includes);
    }

    @Bean
    NavigationEntry incidentNavigation() {
        return NavigationEntry.of(920, "/admin/incidents", "workflow.incidents.nav", Administrators::includes);
    }

    @Bean
    NavigationEntry modelNavigation() {
        return NavigationEntry.of(930, "/admin/processes", "workflow.models.nav", Administrators::includes);
    }
}
