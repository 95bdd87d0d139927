package org.thun.indicators.web;

import org.springframework.stereotype.Component;
import org.thun.grants.CaseTab;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;

/** The indicators of a case file, from the day the agreement takes effect. */
@Component
class IndicatorsTab implements CaseTab {

    static final String PATH = "indicators";

    @Override
    public int order() {
        return 300;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String messageKey() {
        return "indicators.tab";
    }

    @Override
    public boolean visibleTo(Actor actor, Grant grant) {
        return grant.effectiveFrom() != null && mayRead(actor, grant);
    }

    static boolean mayRead(Actor actor, Grant grant) {
        return actor.may(Action.READ, ObjectKind.MEASUREMENT, grant.scope());
    }
}
