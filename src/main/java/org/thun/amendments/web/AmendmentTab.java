package org.thun.amendments.web;

import org.springframework.stereotype.Component;
import org.thun.grants.CaseTab;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;

/** Amendments in the case file, from the day the agreement takes effect. */
@Component
class AmendmentTab implements CaseTab {

    static final String PATH = "amendments";

    @Override
    public int order() {
        return 650;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String messageKey() {
        return "amendments.title";
    }

    @Override
    public boolean visibleTo(Actor actor, Grant grant) {
        return grant.effectiveFrom() != null && actor.may(Action.READ, ObjectKind.AMENDMENT, grant.scope());
    }
}
