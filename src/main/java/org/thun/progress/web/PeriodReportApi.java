package org.thun.progress.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.thun.grants.CasePages;
import org.thun.identity.Actor;
import org.thun.progress.PeriodReport;

/** Period reports for programs. */
@RestController
@Tag(name = "grants")
class PeriodReportApi {

    private final CasePages cases;
    private final ReportReader reader;

    PeriodReportApi(CasePages cases, ReportReader reader) {
        this.cases = cases;
        this.reader = reader;
    }

    @GetMapping("/api/v1/grants/{grantId}/period-reports")
    @Operation(summary = "The period reports of a grant; readers of accepted data get no figures of the others")
    @ApiResponse(responseCode = "404", description = "no such grant for this person")
    List<PeriodReport> reports(@PathVariable String grantId, Actor actor) {
        return reader.reports(cases.open(grantId, ReportsTab.PATH, actor), actor);
    }
}
