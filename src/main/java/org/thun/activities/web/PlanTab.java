package org.thun.activities.web;

import org.springframework.stereotype.Component;
import org.thun.grants.CaseTab;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;

/** The plan in the case file, from the day the agreement takes effect. */
@Component
class PlanTab implements CaseTab {

    static final String PATH = "plan";

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String messageKey() {
        return "activities.plan.title";
    }

    @Override
    public boolean visibleTo(Actor actor, Grant grant) {
        return grant.effectiveFrom() != null && actor.may(Action.READ, ObjectKind.ACTIVITY_PLAN, grant.scope());
    }
}
