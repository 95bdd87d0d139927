package org.thun.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.reporting.Edition;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportRun;
import org.thun.reporting.ReportRuns;
import org.thun.reporting.web.ReportDesk.Day;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Formats;
import org.thun.web.NotFound;

/** What pages and programs ask of runs alike. */
@Component
class RunOrders {

    private final ReportDesk desk;
    private final ReportRuns runs;
    private final Formats formats;

    RunOrders(ReportDesk desk, ReportRuns runs, Formats formats) {
        this.desk = desk;
        this.runs = runs;
        this.formats = formats;
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

    /** The files as one ZIP, written as it is read from the tables. */
    void send(Grant grant, ReportRun run, HttpServletResponse response) throws IOException {
        if (!run.hasFiles()) {
            throw new NotFound("files of run " + run.id());
        }
        String name = formats.message("reporting.run.file", grant.number(), String.valueOf(run.asOf()))
                .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        String plain = "reports-%s-%s".formatted(grant.number(), run.asOf()).replaceAll("[^A-Za-z0-9.-]", "_");
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.zip\"; filename*=UTF-8''%s.zip"
                .formatted(plain, UriUtils.encode(name, StandardCharsets.UTF_8)));
        runs.writeZip(run, response.getOutputStream());
    }
}
