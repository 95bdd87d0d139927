package org.thun.reporting.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.reporting.FrozenReport;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.ReportArchive;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportRenderer;
import org.thun.reporting.ReportSource;
import org.thun.shared.BusinessClock;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDates;
import org.thun.web.NotFound;

/** What pages and programs ask of reports alike: whose, of which day, in which form. */
@Component
class ReportDesk {

    private final Grants grants;
    private final ReportSource source;
    private final ReportRenderer renderer;
    private final ReportArchive archive;
    private final BusinessClock clock;

    ReportDesk(Grants grants, ReportSource source, ReportRenderer renderer, ReportArchive archive,
            BusinessClock clock) {
        this.grants = grants;
        this.source = source;
        this.renderer = renderer;
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * A day as somebody wrote it.
     *
     * @param day the day, or {@code null} if it is none a report can be made of
     * @param problems why not
     */
    record Day(LocalDate day, List<Problem> problems) {}

    static boolean mayRead(Actor actor, Grant grant) {
        return grant.effectiveFrom() != null && actor.may(Action.READ, ObjectKind.MEASUREMENT, grant.scope());
    }

    /** The running and ended grants whose reports this person may read. */
    List<Grant> grants(Actor actor) {
        return grants.visibleTo(actor).stream().filter(grant -> mayRead(actor, grant)).toList();
    }

    /** @throws NotFound if there is no such grant, none this person may see, or nothing to report yet */
    Grant grant(String grantId, Actor actor) {
        return grants.find(grantId, actor)
                .filter(grant -> mayRead(actor, grant))
                .orElseThrow(() -> new NotFound("reports of grant " + grantId));
    }

    /**
     * Reads the day of a report: in either era and either digits, today if none is given.
     *
     * @param grant the grant, or {@code null} where the day is meant for several
     */
    Day day(String written, Grant grant) {
        if (written == null || written.isBlank()) {
            return checked(clock.today(), grant);
        }
        try {
            return checked(ThaiDates.parse(written), grant);
        } catch (IllegalArgumentException e) {
            return new Day(null, List.of(Problem.at("asOf", "reporting.asOf.unreadable", written)));
        }
    }

    private Day checked(LocalDate day, Grant grant) {
        List<Problem> problems = new ArrayList<>();
        if (day.isAfter(clock.today())) {
            problems.add(Problem.at("asOf", "reporting.asOf.future", clock.today()));
        }
        if (grant != null && day.isBefore(grant.effectiveFrom())) {
            problems.add(Problem.at("asOf", "reporting.asOf.before", grant.effectiveFrom()));
        }
        return new Day(problems.isEmpty() ? day : null, problems);
    }

    MonitoringReport monitoring(Grant grant, LocalDate day) {
        return source.monitoring(grant.id(), day)
                .orElseThrow(() -> new NotFound("monitoring report of grant " + grant.id() + " on " + day));
    }

    String article(MonitoringReport report, Locale locale) {
        return renderer.article(report, locale);
    }

    ResponseEntity<byte[]> live(Grant grant, LocalDate day, ReportFormat format, Locale locale) {
        MonitoringReport report = monitoring(grant, day);
        return file(renderer.render(report, format, locale), format, renderer.fileName(report, format, locale),
                "monitoring-%s-%s-%s".formatted(grant.number(), day, locale.getLanguage()));
    }

    List<FrozenReport> frozen(Grant grant) {
        return archive.monitoringReports(grant.id());
    }

    /** @throws NotFound if this grant has no such frozen report */
    ResponseEntity<byte[]> frozen(Grant grant, String id, String name) {
        FrozenReport report = Optional.of(id).flatMap(archive::find)
                .filter(found -> found.grantId().equals(grant.id()))
                .orElseThrow(() -> new NotFound("frozen report " + id));
        String plain = "monitoring-%s-period-%d-%s".formatted(
                grant.number(), report.periodNo(), report.locale().getLanguage());
        return file(archive.content(id), report.format(), name + "." + report.format().extension(), plain);
    }

    /** Names the file in the reader's language (RFC 5987) and in plain letters for programs that read only those. */
    private static ResponseEntity<byte[]> file(byte[] content, ReportFormat format, String name, String plainName) {
        String plain = plainName.replaceAll("[^A-Za-z0-9.-]", "_") + "." + format.extension();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                        .formatted(plain, UriUtils.encode(name, StandardCharsets.UTF_8)))
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
