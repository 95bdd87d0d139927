package org.thun.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.indicators.EnteredMeasurements;
import org.thun.indicators.EnteredMeasurements.NewEntry;
import org.thun.indicators.MeasuredEntry;
import org.thun.indicators.MeasuredEntry.Purpose;
import org.thun.indicators.MeasuredEntry.State;
import org.thun.indicators.Place;
import org.thun.reporting.MonitoringReport.Area;
import org.thun.reporting.MonitoringReport.Indicator;
import org.thun.reporting.MonitoringReport.Status;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.testing.EvidenceTest;

/** Programmes with shares, steps, scores and money in the monitoring report: the same templates, in every format. */
class KindsOfIndicatorsModuleTests extends EvidenceTest {

    private static final String CRISIS = "community-crisis-microgrants";
    private static final String RESEARCH = "strong-community-research";

    @Autowired
    private ReportSource source;

    @Autowired
    private ReportRenderer renderer;

    @Autowired
    private ReportArchive archive;

    @Autowired
    private Restatements restatements;

    @Autowired
    private EnteredMeasurements entries;

    private Actor coordinating;
    private Actor mentor;
    private Actor approver;

    private void run(String programme, int months) {
        LocalDate start = clock.today().minusDays(40);
        grant = new Grant(Ids.next(), "ศ.9/2559", programme, programmes.currentVersionNo(programme).orElseThrow(), Ids.next(),
                new LocalizedText("กลุ่มทดสอบ", "Test group"), Ids.next(), new LocalizedText("โครงการทดสอบ", "Test project"),
                GrantState.EFFECTIVE, Money.ofBaht(100_000), months, start, start.plusMonths(months).minusDays(1), 1, true);
        stand(List.of(grant));
        coordinating = hire(Role.GC, ScopeKind.ORGANISATION, grant.organisationId());
        mentor = hire(Role.MT, ScopeKind.PROGRAMME, programme);
        approver = hire(Role.PO, ScopeKind.PROGRAMME, programme);
    }

    @Test
    void reportsTheThreeIndicatorsOfTheCrisisProgramme() throws Exception {
        run(CRISIS, 3);
        LocalDate week = grant.effectiveFrom();
        approved(new NewEntry("C1", Purpose.RESULT, Place.WHOLE, week, week.plusDays(6), new BigDecimal("45"),
                new BigDecimal("50"), "สมุดรับคำขอ", List.of(), null));
        approved(of("C3", Place.WHOLE, week, week.plusDays(6), "1250.50"));
        MonitoringReport report = source.pack(grant.id(), clock.today()).orElseThrow().national();
        assertThat(report.indicators()).extracting(Indicator::status)
                .containsExactly(Status.GREEN, Status.NO_DATA, Status.NOT_APPLICABLE);
        assertThat(report.indicators().get(0).made().en()).isEqualTo("45 of 50 (Requests)");
        assertThat(report.neededPerMonth(report.indicators().get(0))).as("a share has no pace").isNull();
        assertThat(report.funder().en()).isEqualTo("not named in the programme definition");
        assertThat(renderer.article(report, Locale.ENGLISH)).contains("45 of 50", "90", "1,250.5").doesNotContain("??");
        everyFormat(report);
    }

    @Test
    void reportsTheFiveIndicatorsOfTheResearchProgramme() throws Exception {
        run(RESEARCH, 36);
        measureAreas();
        MonitoringPack pack = source.pack(grant.id(), clock.today()).orElseThrow();
        MonitoringReport report = pack.national();
        Indicator index = report.indicators().get(2);
        assertThat(index.actual()).isEqualByComparingTo("53.5");
        assertThat(index.noSum()).isTrue();
        Area sum = report.breakdowns().get(1).reconciliation().get(0);
        assertThat(sum.values()).as("no sum of steps and scores").doesNotContainKeys("R2", "R3");
        Area trat = report.breakdowns().get(1).areas().stream().filter(area -> "centre-TH-23".equals(area.code())).findFirst()
                .orElseThrow();
        assertThat(trat.values().get("R2")).isEqualByComparingTo("4");
        assertThat(trat.codes()).containsKeys("R2", "R3");
        assertThat(pack.edition("centre-TH-23").orElseThrow().parts().get("R3").counted()).isEqualByComparingTo("55");
        assertThat(renderer.article(report, Locale.ENGLISH))
                .contains("neither added up nor averaged", "plain mean").doesNotContain("??");
        everyFormat(report);
        everyFormat(pack.edition("centre-TH-23").orElseThrow());
    }

    @Test
    @DisplayName("BR-15: a frozen report keeps its values and its chain; a correction appears as an adjustment")
    void freezesEnteredValues() throws Exception {
        run(RESEARCH, 36);
        String id = measureAreas();
        archive.freezeMonitoring(grant.id(), 1, clock.today());
        MonitoringPack frozen = archive.frozenValues(grant.id(), 1).orElseThrow();
        Indicator plans = frozen.national().indicators().get(4);
        assertThat(plans.actual()).isEqualByComparingTo("3");
        assertThat(plans.code()).isNotNull();
        assertThat(state("R5", id)).isEqualTo(State.FROZEN);
        Thread.sleep(5);
        approved(new NewEntry("R5", Purpose.RESULT, Place.WHOLE, grant.effectiveFrom(), clock.today(), new BigDecimal("2"), null,
                "แผนหนึ่งนับซ้ำ", List.of(), id));
        assertThat(state("R5", id)).isEqualTo(State.CORRECTED);
        assertThat(restatements.look(grant)).isPositive();
        String page = mvc.perform(get(grant.path() + "/indicators/R5").param("asOf", clock.today().toString())
                        .param("code", plans.code()).param("lang", "en").with(signedIn(approver)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("A frozen report says 3"),
                        containsString("It agrees with what is below"), containsString("Corrected since: now it is 2"),
                        not(containsString("??")))))
                .andReturn().getResponse().getContentAsString();
        String with = page.substring(page.indexOf(grant.path() + "/reports/frozen/with/"));
        mvc.perform(get(with.substring(0, with.indexOf('"'))).with(signedIn(approver)))
                .andExpect(redirectedUrlPattern(grant.path() + "/reports/frozen/*"));
        mvc.perform(get(grant.path() + "/reports/frozen/with/" + Ids.next()).with(signedIn(approver)))
                .andExpect(status().isNotFound());
    }

    private String measureAreas() {
        LocalDate day = clock.today();
        approved(of("R3", Place.centre("TH-60"), day, day, "52"));
        approved(of("R3", Place.centre("TH-23"), day, day, "55"));
        LocalDate before = grant.effectiveFrom().minusDays(1);
        for (String centre : List.of("TH-60", "TH-23")) {
            approved(new NewEntry("R3", Purpose.BASELINE, Place.centre(centre), before, before, new BigDecimal("45"), null,
                    "สำรวจก่อนเริ่ม", List.of(), null));
        }
        approved(of("R2", Place.centre("TH-23"), day, day, "4"));
        approved(of("R2", Place.WHOLE, day, day, "2"));
        return approved(of("R5", Place.WHOLE, grant.effectiveFrom(), day, "3"));
    }

    private void everyFormat(MonitoringReport report) throws Exception {
        for (Locale locale : List.of(Locale.forLanguageTag("th"), Locale.ENGLISH)) {
            for (ReportFormat format : ReportFormat.values()) {
                byte[] file = renderer.render(report, format, locale);
                assertThat(file).as(format + " " + locale).isNotEmpty();
                if (format == ReportFormat.XLSX) {
                    assertThat(texts(file)).contains(report.indicators().get(0).id()).doesNotContain("<f>");
                }
            }
        }
    }

    private static String texts(byte[] workbook) throws Exception {
        StringBuilder texts = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts.toString();
    }

    private static NewEntry of(String indicator, Place place, LocalDate from, LocalDate to, String amount) {
        return new NewEntry(indicator, Purpose.RESULT, place, from, to, new BigDecimal(amount), null, "หลักฐาน", List.of(),
                null);
    }

    private String approved(NewEntry entry) {
        String id = entries.enter(grant, entry, coordinating).orElseThrow();
        entries.check(grant, id, true, null, mentor).orElseThrow();
        entries.approve(grant, id, true, null, approver).orElseThrow();
        return id;
    }

    private State state(String indicator, String id) {
        return entries.of(grant, indicator, approver).stream().filter(each -> each.id().equals(id)).map(MeasuredEntry::state)
                .findFirst().orElseThrow();
    }
}
