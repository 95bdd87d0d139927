package org.thun.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.reporting.FrozenReport;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.web.ReportDesk.Day;
import org.thun.shared.Problem;
import org.thun.web.Formats;

/** Reports for programs: the same files, the same permissions. */
@RestController
@RequestMapping("/api/v1/grants/{grantId}/reports")
@Tag(name = "reports", description = "Reports of a grant, from accepted data only")
class MonitoringApi {

    private final ReportDesk desk;
    private final Formats formats;

    MonitoringApi(ReportDesk desk, Formats formats) {
        this.desk = desk;
        this.formats = formats;
    }

    @GetMapping("/monitoring")
    @Operation(summary = "The indicator monitoring report as of a day")
    @ApiResponse(responseCode = "200", description = "the file", content = @Content(mediaType = "application/pdf",
            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "400", description = "no such day, format or language; the problems say which")
    ResponseEntity<?> monitoring(
            @PathVariable String grantId,
            @Parameter(description = "pdf, xlsx, docx or html") @RequestParam(defaultValue = "pdf") String format,
            @Parameter(description = "th or en; the language of the request if not given")
                    @RequestParam(required = false) String lang,
            @Parameter(description = "a day in either era (2017-03-31, 31/3/2560); today if not given")
                    @RequestParam(required = false) String asOf,
            @Parameter(description = "number of a reporting period, instead of a day") @RequestParam(required = false)
                    Integer period,
            @Parameter(description = "national, region-<code> or centre-<code>; the widest you may read if not given")
                    @RequestParam(required = false) String edition,
            Actor actor) {
        Grant grant = desk.grant(grantId, actor);
        Day day = desk.day(asOf, period, grant);
        List<Problem> problems = new ArrayList<>(day.problems());
        Optional<ReportFormat> wanted = ReportFormat.of(format);
        if (wanted.isEmpty()) {
            problems.add(Problem.at("format", "reporting.format.unknown", format, ReportDesk.formats()));
        }
        if (lang != null && !lang.equals("th") && !lang.equals("en")) {
            problems.add(Problem.at("lang", "reporting.lang.unknown", lang));
        }
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        Locale locale = lang == null ? LocaleContextHolder.getLocale() : Locale.forLanguageTag(lang);
        return desk.live(grant, desk.read(grant, day.day(), edition, actor).report(), wanted.orElseThrow(), locale);
    }

    @GetMapping
    @Operation(summary = "The frozen reports of a grant, the latest period first")
    List<Frozen> frozen(@PathVariable String grantId, Actor actor) {
        Grant grant = desk.grant(grantId, actor);
        return desk.frozen(grant, actor).stream().map(Frozen::of).toList();
    }

    @GetMapping("/{reportId}")
    @Operation(summary = "A frozen report, byte for byte as it was when its period was accepted")
    @ApiResponse(responseCode = "200", description = "the file", content = @Content(mediaType = "application/pdf",
            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> frozen(@PathVariable String grantId, @PathVariable String reportId, Actor actor) {
        return desk.frozen(desk.grant(grantId, actor), reportId, actor, report -> "monitoring-" + reportId);
    }

    private ResponseEntity<ProblemDetail> refused(List<Problem> problems) {
        ProblemDetail answer =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, formats.message("reporting.refused"));
        answer.setProperty("problems", formats.problems(problems));
        return ResponseEntity.badRequest().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(answer);
    }

    /** A frozen copy; its file is at {@code …/reports/{id}}. */
    record Frozen(
            String id,
            String edition,
            int periodNo,
            LocalDate asOf,
            String lang,
            String format,
            long sizeBytes,
            String sha256,
            LocalDateTime createdAt) {

        static Frozen of(FrozenReport report) {
            return new Frozen(report.id(), report.editionKey(), report.periodNo(), report.asOf(), report.locale().getLanguage(),
                    report.format().extension(), report.sizeBytes(), report.sha256(), report.createdAt());
        }
    }
}
