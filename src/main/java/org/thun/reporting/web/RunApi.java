package org.thun.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.reporting.ReportRun;
import org.thun.reporting.ReportRuns;
import org.thun.shared.Outcome;
import org.thun.web.Formats;
import org.thun.web.NotFound;

/** Many reports at once, for programs. */
@RestController
@RequestMapping("/api/v1/grants/{grantId}/reports/runs")
@Tag(name = "report runs", description = "The reports of all centres or regions as one job")
class RunApi {

    private final ReportDesk desk;
    private final ReportRuns runs;
    private final RunOrders orders;
    private final Formats formats;

    RunApi(ReportDesk desk, ReportRuns runs, RunOrders orders, Formats formats) {
        this.desk = desk;
        this.runs = runs;
        this.orders = orders;
        this.formats = formats;
    }

    /** A run as programs see it; its files are at {@code …/file} once it is {@code DONE}. */
    record Run(String id, String state, LocalDate asOf, String format, List<String> lang, int total, int done,
            List<String> failed, LocalDateTime startedAt, LocalDateTime endedAt) {

        static Run of(ReportRun run) {
            return new Run(run.id(), run.state().name(), run.asOf(), run.format().extension(), run.languages(), run.total(),
                    run.done(), run.failed(), run.startedAt(), run.endedAt());
        }
    }

    @PostMapping
    @Operation(summary = "Start a run; answers with its address")
    ResponseEntity<?> start(
            @PathVariable String grantId,
            @Parameter(description = "centres or regions") @RequestParam(defaultValue = "centres") String editions,
            @Parameter(description = "a day in either era; today if not given") @RequestParam(required = false) String asOf,
            @Parameter(description = "pdf, xlsx, docx or html") @RequestParam(defaultValue = "pdf") String format,
            @Parameter(description = "th, en or th,en") @RequestParam(defaultValue = "th") String lang,
            Actor actor) {
        Grant grant = desk.wholeGrant(grantId, actor);
        Outcome<String> started = orders.start(grant, asOf, editions, format, lang, actor);
        if (!started.isDone()) {
            ProblemDetail answer = ProblemDetail.forStatusAndDetail(
                    HttpStatus.BAD_REQUEST, formats.message("reporting.refused"));
            answer.setProperty("problems", formats.problems(started.problems()));
            return ResponseEntity.badRequest().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(answer);
        }
        String id = started.orElseThrow();
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, "/api/v1/grants/" + grantId + "/reports/runs/" + id)
                .body(Run.of(runs.find(grant, id, actor).orElseThrow()));
    }

    @GetMapping("/{runId}")
    @Operation(summary = "How far a run is")
    Run one(@PathVariable String grantId, @PathVariable String runId, Actor actor) {
        return runs.find(desk.grant(grantId, actor), runId, actor).map(Run::of)
                .orElseThrow(() -> new NotFound("run " + runId));
    }

    @GetMapping("/{runId}/file")
    @Operation(summary = "The files of a run that is done, as one ZIP")
    void file(@PathVariable String grantId, @PathVariable String runId, Actor actor, HttpServletResponse response)
            throws IOException {
        Grant grant = desk.grant(grantId, actor);
        orders.send(grant, runs.find(grant, runId, actor).orElseThrow(() -> new NotFound("run " + runId)), response);
    }
}
