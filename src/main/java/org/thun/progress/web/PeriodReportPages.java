package org.thun.progress.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.programmes.Programmes;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodDossier.Version;
import org.thun.shared.BusinessClock;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.web.NotFound;

/** The periods of a grant, and each report with its versions, decisions and frozen figures. */
@Controller
class PeriodReportPages {

    private final CasePages cases;
    private final ReportReader reader;
    private final Programmes programmes;
    private final TaskDesk tasks;
    private final BusinessClock clock;

    PeriodReportPages(
            CasePages cases, ReportReader reader, Programmes programmes, TaskDesk tasks, BusinessClock clock) {
        this.cases = cases;
        this.reader = reader;
        this.programmes = programmes;
        this.tasks = tasks;
        this.clock = clock;
    }

    @GetMapping("/grants/{grantId}/reports")
    String reports(@PathVariable String grantId, Actor actor, Model model) {
        Grant grant = open(grantId, actor, model);
        model.addAttribute("reports", reader.reports(grant, actor));
        model.addAttribute("acceptedOnly", ReportReader.acceptedOnly(grant, actor));
        return "progress/reports";
    }

    @GetMapping("/grants/{grantId}/reports/{periodNo}")
    String report(@PathVariable String grantId, @PathVariable int periodNo, Actor actor, Model model) {
        Grant grant = open(grantId, actor, model);
        PeriodDossier file = reader.report(grant, periodNo, actor)
                .orElseThrow(() -> new NotFound("report " + periodNo + " of grant " + grantId));
        boolean acceptedOnly = ReportReader.acceptedOnly(grant, actor);
        model.addAttribute("file", file);
        model.addAttribute("versions", versions(file, acceptedOnly));
        model.addAttribute("decisions", acceptedOnly ? List.of() : file.decisions());
        model.addAttribute("calls", acceptedOnly ? List.of() : file.calls());
        model.addAttribute("notices", acceptedOnly ? List.of() : file.notices());
        model.addAttribute("definition", programmes.version(grant.programmeKey(), grant.programmeVersion()));
        model.addAttribute("waiting", waiting(grant, file, actor));
        return "progress/report";
    }

    private Grant open(String grantId, Actor actor, Model model) {
        Grant grant = cases.open(grantId, ReportsTab.PATH, actor);
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        model.addAttribute("today", clock.today());
        return grant;
    }

    /** Newest first; a mere reader of accepted data sees the accepted version alone. */
    private static List<Version> versions(PeriodDossier file, boolean acceptedOnly) {
        if (acceptedOnly) {
            return file.newest().stream().toList();
        }
        List<Version> versions = new ArrayList<>(file.versions());
        Collections.reverse(versions);
        return versions;
    }

    /** The steps that wait now; those who can do one are led there. */
    private List<Waiting> waiting(Grant grant, PeriodDossier file, Actor actor) {
        return tasks.ofCase(grant.id()).stream()
                .filter(task -> task.businessKey().equals(file.report().id()))
                .map(task -> new Waiting(task, tasks.open(task.taskId(), actor).isPresent()))
                .toList();
    }

    /** An open step, and whether the reader can do it. */
    record Waiting(OpenTask task, boolean mine) {}
}
