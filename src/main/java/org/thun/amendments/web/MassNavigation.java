package org.thun.amendments.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.web.NavigationEntry;

/** The way to decisions for many grants, for whoever drafts or decides them. */
@Configuration(proxyBeanMethods = false)
class MassNavigation {

    @Bean
    NavigationEntry massAmendmentsEntry() {
        return NavigationEntry.of(320, "/amendments", "amendments.mass.title", actor -> actor.posts().stream()
                .anyMatch(post -> wide(post) && (post.role() == Role.PO || post.role() == Role.AP)));
    }

    private static boolean wide(Post post) {
        return post.scopeKind() == ScopeKind.PROGRAMME || post.scopeKind() == ScopeKind.ALL;
    }
}
