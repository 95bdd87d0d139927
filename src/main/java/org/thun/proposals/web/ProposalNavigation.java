package org.thun.proposals.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.identity.Action;
import org.thun.identity.ObjectKind;
import org.thun.web.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class ProposalNavigation {

    @Bean
    NavigationEntry proposalList() {
        return NavigationEntry.of(150, "/proposals", "proposals.nav",
                actor -> actor.mayAnywhere(Action.READ, ObjectKind.PROPOSAL));
    }
}
