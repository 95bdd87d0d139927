package org.thun.parties.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.identity.Post;
import org.thun.identity.ScopeKind;
import org.thun.web.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class OrganisationNavigation {

    @Bean
    NavigationEntry organisationsEntry() {
        return NavigationEntry.of(350, "/organisations", "parties.nav",
                actor -> actor.posts().stream().map(Post::scopeKind)
                        .anyMatch(kind -> kind != ScopeKind.CENTRE && kind != ScopeKind.GRANT));
    }
}
