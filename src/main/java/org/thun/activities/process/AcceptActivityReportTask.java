package org.thun.activities.process;

import org.springframework.stereotype.Component;
import org.thun.activities.ActivityDelivery;
import org.thun.activities.ActivityDelivery.Decide;
import org.thun.activities.ActivityDelivery.Route;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;

@Component
class AcceptActivityReportTask extends JudgeReport {

    AcceptActivityReportTask(ActivityDelivery delivery, ActivityFacts facts) {
        super(delivery, facts);
    }

    @Override
    public String formKey() {
        return "accept-activity-report";
    }

    @Override
    Outcome<Route> judge(ActivityDelivery desk, String occurrenceId, Decide decision, Actor actor) {
        return desk.accept(occurrenceId, decision, actor);
    }
}
