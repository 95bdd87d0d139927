package org.thun.reporting.web;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.thun.identity.Actor;
import org.thun.reporting.PlanReport;
import org.thun.reporting.PlanReports;
import org.thun.reporting.ReportFormat;
import org.thun.web.NotFound;

/** The activity plan report of a grant as a file; the page of it is the plan in the case file. */
@Controller
class PlanFiles {

    private final PlanReports plans;

    PlanFiles(PlanReports plans) {
        this.plans = plans;
    }

    @GetMapping("/grants/{grantId}/reports/plan.{extension:pdf|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable String grantId, @PathVariable String extension,
            @RequestParam(required = false) String lang, Actor actor) {
        PlanReport report = plans.of(grantId, actor).orElseThrow(() -> new NotFound("plan of grant " + grantId));
        ReportFormat format = ReportFormat.of(extension).orElseThrow(() -> new NotFound("plan as " + extension));
        Locale locale = lang == null ? LocaleContextHolder.getLocale() : Locale.forLanguageTag(lang);
        return ReportDesk.file(plans.render(report, format, locale), format, plans.fileName(report, format, locale),
                "plan-%s-%s-%s".formatted(report.number(), report.asOf(), locale.getLanguage()));
    }
}
