package org.thun.activities.process;

import org.springframework.stereotype.Component;
import org.thun.activities.ActivityDelivery;
import org.thun.activities.ActivityDelivery.Decide;
import org.thun.activities.ActivityDelivery.Route;
import org.thun.activities.ActivityDossier.Verdict;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;

@Component
class CheckActivityReportTask extends JudgeReport<Decide> {

    CheckActivityReportTask(ActivityDelivery delivery, ActivityFacts facts) {
        super(delivery, facts);
    }

    @Override
    public String formKey() {
        return "check-activity-report";
    }

    @Override
    public Class<Decide> commandType() {
        return Decide.class;
    }

    @Override
    Verdict verdict(Decide decision) {
        return decision.decision();
    }

    @Override
    Outcome<Route> judge(ActivityDelivery desk, String occurrenceId, Decide decision, Actor actor) {
        return desk.check(occurrenceId, decision, actor);
    }
}
