package org.thun.activities.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.activities.ActivityPlans;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;

/** The occurrences of a grant as far as a person may know them. */
@Component
class PlanReader {

    private final ActivityPlans plans;

    PlanReader(ActivityPlans plans) {
        this.plans = plans;
    }

    List<Occurrence> occurrences(Grant grant, Actor actor) {
        return plans.ofGrant(grant.id()).stream().map(occurrence -> seen(occurrence, grant, actor)).toList();
    }

    /** Who may not read reports sees the plan alone; the funder's reader sees accepted reports only (BR-50). */
    private static Occurrence seen(Occurrence occurrence, Grant grant, Actor actor) {
        boolean reports = readsReports(grant, actor)
                && (occurrence.state() == OccurrenceState.ACCEPTED
                        || !actor.readsAcceptedOnly(ObjectKind.ACTIVITY_REPORT, grant.scope()));
        return reports ? occurrence : occurrence.withoutReport();
    }

    static boolean readsReports(Grant grant, Actor actor) {
        return actor.may(Action.READ, ObjectKind.ACTIVITY_REPORT, grant.scope());
    }
}
