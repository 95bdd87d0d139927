package org.thun.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.reporting.ReportRun;
import org.thun.reporting.ReportRuns;
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
    private final RunOrders orders;
    private final ReportRuns runs;
    private final CasePages cases;
    private final Accounts accounts;
    private final Formats formats;

    RunPages(ReportDesk desk, RunOrders orders, ReportRuns runs, CasePages cases, Accounts accounts, Formats formats) {
        this.desk = desk;
        this.orders = orders;
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
        Outcome<String> started = orders.start(grant, asOf, editions, format, lang, actor);
        return started.isDone()
                ? "redirect:" + path(grant) + "/" + started.orElseThrow()
                : list(id, asOf, started.problems(), actor, model);
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

    @GetMapping("/{runId}/file")
    void file(@PathVariable String id, @PathVariable String runId, Actor actor, HttpServletResponse response)
            throws IOException {
        Grant grant = desk.grant(id, actor);
        orders.send(grant, run(grant, runId, actor), response);
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
