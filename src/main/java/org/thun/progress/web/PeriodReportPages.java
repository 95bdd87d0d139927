package org.thun.progress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.documents.Documents;
import org.thun.documents.Documents.Upload;
import org.thun.documents.ObjectRef;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodDossier.Version;
import org.thun.progress.PeriodReporting;
import org.thun.shared.BusinessClock;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.web.Flash;
import org.thun.web.NotFound;

/** The periods of a grant, and each report with its versions, decisions and frozen figures. */
@Controller
class PeriodReportPages {

    private final CasePages cases;
    private final ReportReader reader;
    private final Programmes programmes;
    private final Documents documents;
    private final PeriodReporting reporting;
    private final TaskDesk tasks;
    private final BusinessClock clock;

    PeriodReportPages(
            CasePages cases,
            ReportReader reader,
            Programmes programmes,
            Documents documents,
            PeriodReporting reporting,
            TaskDesk tasks,
            BusinessClock clock) {
        this.cases = cases;
        this.reader = reader;
        this.programmes = programmes;
        this.documents = documents;
        this.reporting = reporting;
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
        return show(open(grantId, actor, model), periodNo, List.of(), actor, model);
    }

    /** A file from the grantee, such as a picture of the bank book taken with a phone. */
    @PostMapping("/grants/{grantId}/reports/{periodNo}/files")
    String attach(
            @PathVariable String grantId,
            @PathVariable int periodNo,
            @RequestParam(defaultValue = "") String title,
            @RequestParam MultipartFile file,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Grant grant = open(grantId, actor, model);
        Outcome<String> outcome = documents.add(grant.id(), files(report(grant, periodNo, actor)), upload(title, file), actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(grant, periodNo, outcome.problems(), actor, model);
        }
        Flash.good(redirect, "progress.files.added");
        return "redirect:" + grant.path() + "/reports/" + periodNo;
    }

    private String show(Grant grant, int periodNo, List<Problem> problems, Actor actor, Model model) {
        PeriodDossier file = report(grant, periodNo, actor);
        ProgrammeDefinition definition = programmes.version(grant.programmeKey(), grant.programmeVersion());
        boolean acceptedOnly = ReportReader.acceptedOnly(grant, actor);
        model.addAttribute("file", file);
        model.addAttribute("problems", problems);
        model.addAttribute("versions", versions(file, acceptedOnly));
        model.addAttribute("decisions", acceptedOnly ? List.of() : file.decisions());
        model.addAttribute("calls", acceptedOnly ? List.of() : file.calls());
        model.addAttribute("notices", acceptedOnly ? List.of() : file.notices());
        model.addAttribute("escalations", acceptedOnly ? List.of() : file.escalations());
        model.addAttribute("resubmissions",
                acceptedOnly ? List.of() : file.resubmissions(definition.timeLimits().correction()));
        model.addAttribute("files", documents.ofObject(files(file), actor));
        model.addAttribute("mayAttach", reporting.mayAttach(file.report().id(), actor));
        model.addAttribute("definition", definition);
        model.addAttribute("waiting", waiting(grant, file, actor));
        return "progress/report";
    }

    private PeriodDossier report(Grant grant, int periodNo, Actor actor) {
        return reader.report(grant, periodNo, actor)
                .orElseThrow(() -> new NotFound("report " + periodNo + " of grant " + grant.id()));
    }

    private static ObjectRef files(PeriodDossier file) {
        return new ObjectRef(PeriodReporting.OBJECT_TYPE, file.report().id());
    }

    private static Upload upload(String title, MultipartFile file) {
        try {
            return new Upload(title, file.getOriginalFilename(), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("upload cut off", e);
        }
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
