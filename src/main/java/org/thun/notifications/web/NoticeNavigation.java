package org.thun.notifications.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.web.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class NoticeNavigation {

    @Bean
    NavigationEntry notices() {
        return NavigationEntry.of(110, "/notices", "notifications.nav", actor -> true);
    }
}
