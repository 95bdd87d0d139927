package org.thun.reporting.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.reporting.FrozenReport;
import org.thun.reporting.Portfolios;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.web.ReportDesk.Day;
import org.thun.reporting.web.ReportDesk.Reading;
import org.thun.web.Formats;
import org.thun.web.NotFound;

/** Reports for people: the list of grants with theirs, the live page of one, and the files. */
@Controller
class MonitoringPages {

    private final ReportDesk desk;
    private final Portfolios portfolios;
    private final CasePages cases;
    private final Formats formats;

    MonitoringPages(ReportDesk desk, Portfolios portfolios, CasePages cases, Formats formats) {
        this.desk = desk;
        this.portfolios = portfolios;
        this.cases = cases;
        this.formats = formats;
    }

    @GetMapping("/reports")
    String list(@RequestParam(required = false) String asOf, Actor actor, Model model) {
        Day day = desk.day(asOf, null);
        model.addAttribute("grants", desk.grants(actor));
        model.addAttribute("programmes", portfolios.programmes(actor));
        model.addAttribute("day", day.day());
        model.addAttribute("asOf", written(asOf, day));
        model.addAttribute("problems", day.problems());
        return "reporting/list";
    }

    @GetMapping("/grants/{id}/reports/monitoring")
    String live(@PathVariable String id, @RequestParam(required = false) String asOf,
            @RequestParam(required = false) Integer period, @RequestParam(required = false) String edition, Actor actor,
            Model model) {
        Grant grant = cases.open(id, MonitoringTab.PATH, actor);
        Day day = desk.day(asOf, period, grant);
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        model.addAttribute("day", day.day());
        model.addAttribute("asOf", written(asOf, day));
        model.addAttribute("period", day.problems().isEmpty() ? period : null);
        model.addAttribute("periods", desk.periods(grant));
        model.addAttribute("problems", day.problems());
        model.addAttribute("frozen", desk.frozen(grant, actor));
        model.addAttribute("editionNames", Map.of());
        if (day.day() != null) {
            Reading reading = desk.read(grant, day.day(), edition, actor);
            model.addAttribute("whole", reading.access().whole());
            model.addAttribute("edition", reading.report().edition().key());
            model.addAttribute("editions", reading.access().open(reading.pack()));
            model.addAttribute("editionNames", desk.names(reading.pack()));
            model.addAttribute("article", desk.article(reading.report(), LocaleContextHolder.getLocale()));
        }
        return "reporting/live";
    }

    /** A file; with a day that is none, the way back to the page that says why. */
    @GetMapping("/grants/{id}/reports/monitoring.{extension:pdf|xlsx|docx|html}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String extension,
            @RequestParam(required = false) String asOf, @RequestParam(required = false) Integer period,
            @RequestParam(required = false) String edition, @RequestParam(required = false) String lang, Actor actor) {
        Grant grant = desk.grant(id, actor);
        Day day = desk.day(asOf, period, grant);
        if (day.day() == null) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, UriComponentsBuilder.fromPath(grant.path() + "/" + MonitoringTab.PATH)
                            .queryParam("asOf", "{asOf}").encode().buildAndExpand(asOf).toUriString())
                    .build();
        }
        ReportFormat format = ReportFormat.of(extension).orElseThrow(() -> new NotFound("reports as " + extension));
        return desk.live(grant, desk.read(grant, day.day(), edition, actor).report(), format, language(lang));
    }

    @GetMapping("/grants/{id}/reports/frozen/{reportId}")
    ResponseEntity<byte[]> frozen(@PathVariable String id, @PathVariable String reportId, Actor actor) {
        Grant grant = desk.grant(id, actor);
        return desk.frozen(grant, reportId, actor, report -> name(grant, report));
    }

    /** From a printed figure to the frozen document in which it stands. */
    @GetMapping("/grants/{id}/reports/frozen/with/{valuesId}")
    String frozenWith(@PathVariable String id, @PathVariable String valuesId,
            @RequestParam(required = false) String edition, Actor actor) {
        Grant grant = desk.grant(id, actor);
        return "redirect:" + grant.path() + "/reports/frozen/"
                + desk.frozenWith(grant, valuesId, edition, LocaleContextHolder.getLocale(), actor).id();
    }

    private String name(Grant grant, FrozenReport report) {
        return formats.message("reporting.frozen.file", grant.number(), String.valueOf(report.periodNo()));
    }

    /** The day as the form shows it: what was typed while it cannot be read, the day itself as soon as it can. */
    private String written(String asOf, Day day) {
        return day.day() == null ? asOf : formats.date(day.day());
    }

    private static Locale language(String lang) {
        return lang == null ? LocaleContextHolder.getLocale() : Locale.forLanguageTag(lang);
    }
}
