package org.thun.reporting.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReports;
import org.thun.reporting.Edition;
import org.thun.reporting.FrozenReport;
import org.thun.reporting.MonitoringPack;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.ReportAccess;
import org.thun.reporting.ReportArchive;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportRenderer;
import org.thun.reporting.ReportSource;
import org.thun.shared.BusinessClock;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDates;
import org.thun.web.Formats;
import org.thun.web.NotFound;

/** What pages and programs ask of reports alike: whose, of which day, in which form. */
@Component
class ReportDesk {

    private final Grants grants;
    private final PeriodReports periods;
    private final ReportSource source;
    private final ReportRenderer renderer;
    private final ReportArchive archive;
    private final BusinessClock clock;
    private final Formats formats;

    ReportDesk(Grants grants, PeriodReports periods, ReportSource source, ReportRenderer renderer, ReportArchive archive,
            BusinessClock clock, Formats formats) {
        this.grants = grants;
        this.periods = periods;
        this.source = source;
        this.renderer = renderer;
        this.archive = archive;
        this.clock = clock;
        this.formats = formats;
    }

    /**
     * A day as somebody wrote it.
     *
     * @param day the day, or {@code null} if it is none a report can be made of
     * @param problems why not
     */
    record Day(LocalDate day, List<Problem> problems) {}

    static boolean mayRead(Actor actor, Grant grant) {
        return grant.effectiveFrom() != null && ReportAccess.of(actor, grant).any();
    }

    /** @throws NotFound unless this person reads every edition of that grant */
    Grant wholeGrant(String grantId, Actor actor) {
        Grant grant = grant(grantId, actor);
        if (!ReportAccess.of(actor, grant).whole()) {
            throw new NotFound("all reports of grant " + grantId);
        }
        return grant;
    }

    /** The editions there are, with the figures of the grant's newest day. */
    MonitoringPack pack(Grant grant) {
        return source.pack(grant.id(), clock.today())
                .orElseThrow(() -> new NotFound("monitoring reports of grant " + grant.id()));
    }

    /** What the editions of a pack are called, by key. */
    Map<String, String> names(MonitoringPack pack) {
        return pack.editions().stream().collect(Collectors.toMap(Edition::key, edition -> edition.national()
                ? formats.message("reporting.edition.NATIONAL")
                : formats.message("reporting.edition." + edition.kind(), edition.name())));
    }

    /** The formats to choose from, as people write them. */
    static String formats() {
        return Arrays.stream(ReportFormat.values()).map(ReportFormat::extension).collect(Collectors.joining(", "));
    }

    /**
     * What of the pack of one day a person reads.
     *
     * @param access what is open to the person
     * @param pack all figures of the day as this person may see them
     * @param report the edition asked for
     */
    record Reading(ReportAccess access, MonitoringPack pack, MonitoringReport report) {}

    /**
     * The edition asked for, or the first that is open to this person.
     *
     * @param edition key of an edition, or {@code null}
     * @throws NotFound if there is no such edition or none this person may read
     */
    Reading read(Grant grant, LocalDate day, String edition, Actor actor) {
        ReportAccess access = ReportAccess.of(actor, grant);
        String key = edition == null || edition.isBlank() ? access.first() : edition;
        if (!access.reads(key)) {
            throw new NotFound("edition " + key + " of the report of grant " + grant.id());
        }
        MonitoringPack pack = source.pack(grant.id(), day)
                .map(found -> access.figures(found, key))
                .orElseThrow(() -> new NotFound("monitoring report of grant " + grant.id() + " on " + day));
        return new Reading(access, pack,
                pack.edition(key).orElseThrow(() -> new NotFound("edition " + key + " of grant " + grant.id())));
    }

    /** The periods of a grant that have begun, the latest first. */
    List<PeriodReport> periods(Grant grant) {
        return periods.ofGrant(grant.id()).stream()
                .filter(period -> !period.days().from().isAfter(clock.today()))
                .sorted(Comparator.comparing(PeriodReport::no).reversed())
                .toList();
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

    /** The day of a report: the one written, else the last day that a period has had so far, else today. */
    Day day(String written, Integer period, Grant grant) {
        if (period == null || written != null && !written.isBlank()) {
            return day(written, grant);
        }
        return periods(grant).stream()
                .filter(each -> each.no() == period)
                .findFirst()
                .map(each -> each.days().to().isBefore(clock.today()) ? each.days().to() : clock.today())
                .map(day -> checked(day, grant))
                .orElseGet(() -> new Day(null, List.of(Problem.at("period", "reporting.period.unknown", period))));
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

    String article(MonitoringReport report, Locale locale) {
        return renderer.article(report, locale);
    }

    ResponseEntity<byte[]> live(Grant grant, MonitoringReport report, ReportFormat format, Locale locale) {
        String edition = report.edition().national() ? "" : report.edition().key() + "-";
        return file(renderer.render(report, format, locale), format, renderer.fileName(report, format, locale),
                "monitoring-%s-%s%s-%s".formatted(grant.number(), edition, report.asOf(), locale.getLanguage()));
    }

    /** The frozen copies open to this person: readers of sums and people of centres have copies of their own. */
    List<FrozenReport> frozen(Grant grant, Actor actor) {
        ReportAccess access = ReportAccess.of(actor, grant);
        return archive.monitoringReports(grant.id()).stream()
                .filter(report -> access.sumsOnly() ? report.forReadersOfSums() : !report.forReadersOfSums())
                .filter(report -> access.reads(report.editionKey()))
                .toList();
    }

    /**
     * The copy to read of the report in which a figure stands: that of the edition asked for, else of the whole grant.
     *
     * @param valuesId the frozen report as the code of the figure names it
     * @throws NotFound if this grant has no such frozen report, or none this person may read
     */
    FrozenReport frozenWith(Grant grant, String valuesId, String edition, Locale language, Actor actor) {
        int periodNo = archive.periodOf(valuesId).filter(period -> period.grantId().equals(grant.id()))
                .orElseThrow(() -> new NotFound("frozen values " + valuesId)).periodNo();
        List<FrozenReport> copies = frozen(grant, actor).stream()
                .filter(copy -> copy.periodNo() == periodNo && copy.format() == ReportFormat.PDF)
                .filter(copy -> copy.locale().getLanguage().equals(language.getLanguage()))
                .toList();
        return copies.stream().filter(copy -> copy.editionKey().equals(edition)).findFirst()
                .or(() -> copies.stream().findFirst())
                .orElseThrow(() -> new NotFound("frozen report of period " + periodNo));
    }

    /** @throws NotFound if this grant has no such frozen report, or none this person may read */
    ResponseEntity<byte[]> frozen(Grant grant, String id, Actor actor, Function<FrozenReport, String> name) {
        FrozenReport report = frozen(grant, actor).stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("frozen report " + id));
        String edition = report.editionKey().equals(Edition.NATIONAL.key()) ? "" : report.editionKey() + "-";
        String plain = "monitoring-%s-%speriod-%d-%s".formatted(
                grant.number(), edition, report.periodNo(), report.locale().getLanguage());
        return file(archive.content(id), report.format(), name.apply(report) + "." + report.format().extension(), plain);
    }

    /** Names the file in the reader's language (RFC 5987) and in plain letters for programs that read only those. */
    static ResponseEntity<byte[]> file(byte[] content, ReportFormat format, String name, String plainName) {
        String plain = plainName.replaceAll("[^A-Za-z0-9.-]", "_") + "." + format.extension();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                        .formatted(plain, UriUtils.encode(name, StandardCharsets.UTF_8)))
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
