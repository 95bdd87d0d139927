package org.thun.closeout.web;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.grants.CaseTab;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;

/** The closing in the case file, from the day the term is over. */
@Component
class CloseOutTab implements CaseTab {

    static final String PATH = "close-out";

    private static final Set<GrantState> CLOSING = EnumSet.of(GrantState.WAITING_TO_CLOSE, GrantState.TERMINATED, GrantState.CLOSED);

    @Override
    public int order() {
        return 700;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String messageKey() {
        return "closeout.title";
    }

    @Override
    public boolean visibleTo(Actor actor, Grant grant) {
        return CLOSING.contains(grant.state()) && actor.may(Action.READ, ObjectKind.CLOSE_OUT, grant.scope());
    }
}
