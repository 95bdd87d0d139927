package org.thun.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.reporting.Edition;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportRun;
import org.thun.reporting.ReportRuns;
import org.thun.reporting.web.ReportDesk.Day;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Flash;
import org.thun.web.Formats;
import org.thun.web.NotFound;

/** Many reports at once, for people: starting a run, watching it, stopping it, fetching its files. */
@Controller
@RequestMapping("/grants/{id}/reports/runs")
class RunPages {

    private final ReportDesk desk;
    private final ReportRuns runs;
    private final CasePages cases;
    private final Accounts accounts;
    private final Formats formats;

    RunPages(ReportDesk desk, ReportRuns runs, CasePages cases, Accounts accounts, Formats formats) {
        this.desk = desk;
        this.runs = runs;
        this.cases = cases;
        this.accounts = accounts;
        this.formats = formats;
    }

    @GetMapping
    String all(@PathVariable String id, Actor actor, Model model) {
        return list(id, null, List.of(), actor, model);
    }

    @PostMapping
    String start(@PathVariable String id, @RequestParam String asOf, @RequestParam String editions,
            @RequestParam String format, @RequestParam String lang, Actor actor, Model model) {
        Grant grant = desk.wholeGrant(id, actor);
        Outcome<String> started = start(grant, asOf, editions, format, lang, actor);
        return started.isDone()
                ? "redirect:" + path(grant) + "/" + started.orElseThrow()
                : list(id, asOf, started.problems(), actor, model);
    }

    /** What was asked for, as a program or a form says it. */
    Outcome<String> start(Grant grant, String asOf, String editions, String format, String lang, Actor actor) {
        Day day = desk.day(asOf, grant);
        if (day.day() == null) {
            return Outcome.refused(day.problems());
        }
        if (!editions.equals("centres") && !editions.equals("regions")) {
            return Outcome.refused(Problem.at("editions", "reporting.run.editions.unknown", editions));
        }
        ReportFormat form = ReportFormat.of(format).orElse(null);
        if (form == null) {
            return Outcome.refused(Problem.at("format", "reporting.format.unknown", format, ReportDesk.formats()));
        }
        List<String> languages = Arrays.stream(lang.split(",")).map(String::strip).distinct().toList();
        if (!List.of("th", "en").containsAll(languages)) {
            return Outcome.refused(Problem.at("lang", "reporting.lang.unknown", lang));
        }
        return runs.start(grant, new ReportRuns.Order(editions.equals("centres") ? Edition.Kind.CENTRE : Edition.Kind.REGION,
                day.day(), form, languages), actor);
    }

    @GetMapping("/{runId}")
    String one(@PathVariable String id, @PathVariable String runId, Actor actor, Model model) {
        Grant grant = cases.open(id, MonitoringTab.PATH, actor);
        show(grant, run(grant, runId, actor), model);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        return "reporting/run";
    }

    /** The part of the page that changes while the run goes on; the whole page once it has ended. */
    @GetMapping("/{runId}/progress")
    String progress(@PathVariable String id, @PathVariable String runId, Actor actor, Model model,
            HttpServletResponse response) {
        Grant grant = desk.grant(id, actor);
        ReportRun run = run(grant, runId, actor);
        if (!run.running()) {
            response.setHeader("HX-Refresh", "true");
        }
        show(grant, run, model);
        return "reporting/run :: progress";
    }

    @PostMapping("/{runId}/cancel")
    String cancel(@PathVariable String id, @PathVariable String runId, Actor actor, RedirectAttributes redirect) {
        Grant grant = desk.grant(id, actor);
        run(grant, runId, actor);
        Outcome<Void> cancelled = runs.cancel(grant, runId, actor);
        if (cancelled.isDone()) {
            Flash.good(redirect, "reporting.run.cancelled");
        } else {
            Flash.bad(redirect, cancelled.problems().get(0).messageKey());
        }
        return "redirect:" + path(grant) + "/" + runId;
    }

    /** The files as one ZIP, written as it is read from the tables. */
    @GetMapping("/{runId}/file")
    void file(@PathVariable String id, @PathVariable String runId, Actor actor, HttpServletResponse response)
            throws IOException {
        Grant grant = desk.grant(id, actor);
        ReportRun run = run(grant, runId, actor);
        if (!run.hasFiles()) {
            throw new NotFound("files of run " + runId);
        }
        Locale locale = LocaleContextHolder.getLocale();
        String name = formats.message("reporting.run.file", grant.number(), String.valueOf(run.asOf()))
                .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        String plain = "reports-%s-%s".formatted(grant.number(), run.asOf()).replaceAll("[^A-Za-z0-9.-]", "_");
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.zip\"; filename*=UTF-8''%s.zip"
                .formatted(plain, UriUtils.encode(name, StandardCharsets.UTF_8)));
        runs.writeZip(run, response.getOutputStream());
    }

    private String list(String id, String asOf, List<Problem> problems, Actor actor, Model model) {
        Grant grant = cases.open(id, MonitoringTab.PATH, actor);
        desk.wholeGrant(id, actor);
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        model.addAttribute("runs", runs.ofGrant(grant, actor));
        model.addAttribute("asOf", asOf == null ? formats.date(desk.day(null, grant).day()) : asOf);
        model.addAttribute("problems", problems);
        return "reporting/runs";
    }

    private void show(Grant grant, ReportRun run, Model model) {
        model.addAttribute("grant", grant);
        model.addAttribute("run", run);
        model.addAttribute("path", path(grant) + "/" + run.id());
        model.addAttribute("startedBy", accounts.nameOf(run.startedBy()).orElse(null));
    }

    private ReportRun run(Grant grant, String runId, Actor actor) {
        return runs.find(grant, runId, actor).orElseThrow(() -> new NotFound("run " + runId));
    }

    private static String path(Grant grant) {
        return grant.path() + "/reports/runs";
    }
}
