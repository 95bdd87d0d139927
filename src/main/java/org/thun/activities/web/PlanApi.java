package org.thun.activities.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.thun.activities.Occurrence;
import org.thun.grants.CasePages;
import org.thun.identity.Actor;

@RestController
class PlanApi {

    private final CasePages cases;
    private final PlanReader plans;

    PlanApi(CasePages cases, PlanReader plans) {
        this.cases = cases;
        this.plans = plans;
    }

    /** The activity plan of a grant: what the schedule lays out, where each piece stands, what it cost. */
    @GetMapping("/api/v1/grants/{grantId}/plan")
    List<Occurrence> plan(@PathVariable String grantId, Actor actor) {
        return plans.occurrences(cases.open(grantId, PlanTab.PATH, actor), actor);
    }
}
