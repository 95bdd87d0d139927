package org.thun.reporting.web;

import org.springframework.stereotype.Component;
import org.thun.grants.CaseTab;
import org.thun.grants.Grant;
import org.thun.identity.Actor;

/** The monitoring report in the case file, from the day the agreement takes effect. */
@Component
class MonitoringTab implements CaseTab {

    static final String PATH = "reports/monitoring";

    @Override
    public int order() {
        return 350;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String messageKey() {
        return "reporting.tab";
    }

    @Override
    public boolean visibleTo(Actor actor, Grant grant) {
        return ReportDesk.mayRead(actor, grant);
    }
}
