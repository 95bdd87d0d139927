package org.thun.progress.web;

import org.springframework.stereotype.Component;
import org.thun.grants.CaseTab;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;

/** The period reports in the case file, from the day the agreement takes effect. */
@Component
class ReportsTab implements CaseTab {

    static final String PATH = "reports";

    @Override
    public int order() {
        return 500;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String messageKey() {
        return "progress.reports.title";
    }

    @Override
    public boolean visibleTo(Actor actor, Grant grant) {
        return grant.effectiveFrom() != null && actor.may(Action.READ, ObjectKind.PROGRESS_REPORT, grant.scope());
    }
}
