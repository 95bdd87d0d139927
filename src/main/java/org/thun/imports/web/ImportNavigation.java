package org.thun.imports.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.identity.Action;
import org.thun.identity.ObjectKind;
import org.thun.web.NavigationEntry;

/** The way to the imports, for those who send files. */
@Configuration(proxyBeanMethods = false)
class ImportNavigation {

    @Bean
    NavigationEntry importsEntry() {
        return NavigationEntry.of(410, "/registers/imports", "imports.nav",
                actor -> actor.mayAnywhere(Action.SUBMIT, ObjectKind.REGISTRY_RECORD));
    }
}
