package org.thun.grants.web;

import java.util.function.BiPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thun.grants.CaseTab;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.web.NavigationEntry;

/** The pages of the case file that belong to the grant itself, and the way to the list of grants. */
@Configuration(proxyBeanMethods = false)
class GrantTabs {

    static final String OVERVIEW = "";
    static final String AGREEMENT = "agreement";
    static final String TIMELINE = "timeline";
    static final String PROCESSES = "processes";
    static final String PEOPLE = "people";

    @Bean
    NavigationEntry grantList() {
        return NavigationEntry.of(200, "/grants", "grants.nav",
                actor -> actor.mayAnywhere(Action.READ, ObjectKind.AGREEMENT)
                        || actor.mayAnywhere(Action.READ, ObjectKind.ACTIVITY_PLAN));
    }

    @Bean
    CaseTab overviewTab() {
        return new Tab(0, OVERVIEW, "grants.tab.overview", (actor, grant) -> true);
    }

    @Bean
    CaseTab agreementTab() {
        return new Tab(100, AGREEMENT, "grants.tab.agreement", GrantTabs::readsAgreement);
    }

    @Bean
    CaseTab timelineTab() {
        return new Tab(900, TIMELINE, "grants.tab.timeline", GrantTabs::readsAgreement);
    }

    @Bean
    CaseTab processesTab() {
        return new Tab(910, PROCESSES, "grants.tab.processes", (actor, grant) -> true);
    }

    @Bean
    CaseTab peopleTab() {
        return new Tab(920, PEOPLE, "grants.tab.people", GrantTabs::readsAgreement);
    }

    static boolean readsAgreement(Actor actor, Grant grant) {
        return actor.may(Action.READ, ObjectKind.AGREEMENT, grant.scope());
    }

    private record Tab(int order, String path, String messageKey, BiPredicate<Actor, Grant> visible)
            implements CaseTab {

        @Override
        public boolean visibleTo(Actor actor, Grant grant) {
            return visible.test(actor, grant);
        }
    }
}
