package org.thun.activities.process;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.activities.ActivityDelivery;
import org.thun.activities.ActivityDelivery.AcceptReport;
import org.thun.activities.ActivityDelivery.Route;
import org.thun.activities.ActivityDossier;
import org.thun.activities.ActivityDossier.Verdict;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.TaskPage.Option;

@Component
class AcceptActivityReportTask extends JudgeReport<AcceptReport> {

    private final ActivityFacts facts;

    AcceptActivityReportTask(ActivityDelivery delivery, ActivityFacts facts) {
        super(delivery, facts);
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "accept-activity-report";
    }

    @Override
    public Class<AcceptReport> commandType() {
        return AcceptReport.class;
    }

    @Override
    Map<String, List<Option>> options(ActivityDossier file) {
        return Map.of("costLines", facts.costLines(file));
    }

    @Override
    Verdict verdict(AcceptReport decision) {
        return decision.decision();
    }

    @Override
    Outcome<Route> judge(ActivityDelivery desk, String occurrenceId, AcceptReport decision, Actor actor) {
        return desk.accept(occurrenceId, decision, actor);
    }
}
