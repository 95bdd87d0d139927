package org.thun.activities.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.thun.activities.Occurrence;
import org.thun.grants.CasePages;
import org.thun.identity.Actor;

/** The activity plan for programs. */
@RestController
@Tag(name = "grants")
class PlanApi {

    private final CasePages cases;
    private final PlanReader plans;

    PlanApi(CasePages cases, PlanReader plans) {
        this.cases = cases;
        this.plans = plans;
    }

    @GetMapping("/api/v1/grants/{grantId}/plan")
    @Operation(summary = "The activity plan of a grant: what is laid out, where each piece stands, what it cost")
    @ApiResponse(responseCode = "404", description = "no such grant for this person")
    List<Occurrence> plan(@PathVariable String grantId, Actor actor) {
        return plans.occurrences(cases.open(grantId, PlanTab.PATH, actor), actor);
    }
}
