package org.thun.tasks.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.web.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class TaskNavigation {

    @Bean
    NavigationEntry myWork() {
        return NavigationEntry.of(100, "/", "tasks.nav", actor -> true);
    }
}
