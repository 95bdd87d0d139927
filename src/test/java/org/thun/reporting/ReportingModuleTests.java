package org.thun.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.UriComponentsBuilder;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;
import org.thun.reporting.MonitoringReport.Indicator;
import org.thun.reporting.MonitoringReport.Status;
import org.thun.shared.Ids;
import org.thun.shared.ThaiDates;
import org.thun.shared.ThaiDigits;
import org.thun.testing.EvidenceTest;

class ReportingModuleTests extends EvidenceTest {

    private static final Locale THAI = Locale.forLanguageTag("th");

    @Autowired
    private ReportSource source;

    @Autowired
    private ReportArchive archive;

    @Autowired
    private Restatements restatements;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private UserDetailsService users;

    @Test
    @DisplayName("BR-39: who withdraws is gone from later counts; the frozen totals and what they were on their day stay")
    void keepsFrozenTotalsWhenSomebodyWithdraws() {
        String id = verified(person("มานะ", "facilitator"));
        LocalDate day = clock.today();
        archive.freezeMonitoring(grant.id(), 1, day);
        byte[] before = archive.content(archive.monitoringReports(grant.id()).get(0).id());
        letDaysPass(1);
        registers.withdraw(id, "ขอถอน", again(dataManager)).orElseThrow();
        letDaysPass(1);

        assertThat(indicator(report(clock.today()), "IND4").actual()).isEqualByComparingTo("488");
        assertThat(indicator(report(day), "IND4").actual()).isEqualByComparingTo("489");
        assertThat(archive.frozenValues(grant.id(), 1).orElseThrow().national().indicators().get(3).actual())
                .isEqualByComparingTo("489");
        assertThat(archive.content(archive.monitoringReports(grant.id()).get(0).id())).isEqualTo(before);
        assertThat(restatements.look(grant)).as("nothing to adjust").isZero();
    }

    @Test
    @DisplayName("BR-17, BR-50: the report holds verified records and nothing else")
    void countsWhatIsVerifiedAndNothingElse() {
        verified(organisation("กลุ่มออมทรัพย์บ้านดง"));
        verified(organisation(LAMPHUN, "กองทุนสวัสดิการ", clock.today()));
        registers.enter(organisation("กลุ่มที่ยังไม่ตรวจ"), true, dataManager).orElseThrow();

        MonitoringReport report = report(clock.today());

        Indicator organisations = indicator(report, "IND3");
        assertThat(organisations.baseline()).isEqualByComparingTo("175474");
        assertThat(organisations.actual()).isEqualByComparingTo("175476");
        assertThat(organisations.movement().net()).isEqualByComparingTo("2");
        assertThat(organisations.duplicates().gross()).isEqualByComparingTo("2");
        assertThat(report.synthetic()).isTrue();
        assertThat(report.indicators()).extracting(Indicator::id)
                .containsExactly("IND1", "IND2", "IND3", "IND4", "IND5", "IND6", "IND7");
    }

    @Test
    @DisplayName("BR-24: an indicator without any data is grey, one with a baseline is not")
    void tellsMissingFromZero() {
        MonitoringReport report = report(clock.today());

        assertThat(indicator(report, "IND1").actual()).isNull();
        assertThat(indicator(report, "IND1").status()).isEqualTo(Status.NO_DATA);
        assertThat(indicator(report, "IND6").actual()).isEqualByComparingTo("2080");
    }

    @Test
    void leadsFromTheSumOfAreasToTheWhole() {
        verified(organisation("กลุ่มออมทรัพย์บ้านดง"));
        verified(organisation(LAMPHUN, "กองทุนสวัสดิการ", clock.today()));

        MonitoringReport report = report(clock.today());

        assertThat(report.breakdowns()).hasSize(2).allSatisfy(breakdown -> {
            List<BigDecimal> steps = breakdown.reconciliation().stream().map(row -> row.values().get("IND3")).toList();
            assertThat(steps.get(0).add(steps.get(1)).add(steps.get(2))).isEqualByComparingTo(steps.get(3));
            assertThat(steps.get(3)).isEqualByComparingTo("175476");
        });
        assertThat(report.breakdowns().get(1).areas()).hasSize(82);
    }

    @Test
    void looksBackToAnyDay() {
        LocalDate before = clock.today();
        letDaysPass(3);
        verified(organisation("กลุ่มใหม่"));

        assertThat(indicator(report(before), "IND3").actual()).isEqualByComparingTo("175474");
        assertThat(indicator(report(clock.today()), "IND3").actual()).isEqualByComparingTo("175475");
        assertThat(source.monitoring(grant.id(), grant.effectiveFrom().minusDays(1))).isEmpty();
    }

    @Test
    void givesTheFunderThePdfInEitherLanguage() throws Exception {
        for (String language : List.of("th", "en")) {
            byte[] file = download(funder, ".pdf?lang=" + language)
                    .andExpect(status().isOk())
                    .andExpect(content().contentType("application/pdf"))
                    .andExpect(cookie().doesNotExist("lang"))
                    .andReturn().getResponse().getContentAsByteArray();
            assertThat(new String(file, 0, 5)).isEqualTo("%PDF-");
        }
    }

    @Test
    void namesFilesInTheReadersLanguageAndInPlainLetters() throws Exception {
        download(funder, ".xlsx?lang=th&asOf=" + clock.today())
                .andExpect(header().string("Content-Disposition", allOf(
                        startsWith("attachment; filename=\"monitoring-_.1_2559-" + clock.today() + "-th.xlsx\""),
                        containsString("filename*=UTF-8''%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99"),
                        endsWith(".xlsx"))))
                .andExpect(header().string("Cache-Control", "no-store"));
        download(funder, ".html?lang=en").andExpect(content().string(containsString("Indicator monitoring report")));
    }

    @Test
    @DisplayName("BR-40: the day may be written in Thai digits and in the Buddhist era")
    void readsTheDayAsPeopleWriteIt() throws Exception {
        String thai = ThaiDigits.toThai(ThaiDates.formatShort(clock.today().minusDays(9), THAI));

        page(funder, "/grants/" + grant.id() + "/reports/monitoring", thai)
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(
                        containsString(ThaiDates.formatLong(clock.today().minusDays(9), THAI)),
                        containsString("<article class=\"report\""))));
    }

    @Test
    void saysWhatIsWrongWithADay() throws Exception {
        LocalDate tomorrow = clock.today().plusDays(1);
        String path = "/grants/" + grant.id() + "/reports/monitoring";

        page(funder, path, "31/2/2560").andExpect(content().string(allOf(
                containsString("อ่านวันที่ “31/2/2560” ไม่ได้"), containsString("value=\"31/2/2560\""),
                not(containsString("<article")))));
        page(funder, path, tomorrow.toString()).andExpect(content().string(containsString("ต้องไม่เกินวันนี้")));
        page(funder, path, grant.effectiveFrom().minusDays(1).toString())
                .andExpect(content().string(containsString("จึงไม่มีรายงานก่อนหน้านั้น")));
        download(funder, ".pdf?asOf=" + tomorrow).andExpect(status().isSeeOther())
                .andExpect(redirectedUrlPattern("/grants/*/reports/monitoring?asOf=" + tomorrow));
    }

    @Test
    void listsTheGrantsAPersonMaySee() throws Exception {
        page(funder, "/reports", null).andExpect(status().isOk()).andExpect(content().string(allOf(
                containsString(grant.number()),
                containsString("/grants/" + grant.id() + "/reports/monitoring.pdf?asOf=" + clock.today() + "&amp;lang=en"))));
        page(funder, "/reports", "๑").andExpect(content().string(containsString("อ่านวันที่ “๑” ไม่ได้")));
    }

    @Test
    void hidesReportsFromPeopleOutside() throws Exception {
        Actor maker = hire(Role.FM, ScopeKind.PROGRAMME, PROGRAMME);
        Actor elsewhere = hire(Role.FR, ScopeKind.PROGRAMME, "another-programme");

        for (Actor stranger : List.of(maker, elsewhere)) {
            download(stranger, ".pdf").andExpect(status().isNotFound());
            api(stranger, "/monitoring").andExpect(status().isNotFound());
            page(stranger, "/reports", null).andExpect(content().string(not(containsString(grant.number()))));
        }
    }

    @Test
    void answersProgramsWithFilesAndProblems() throws Exception {
        api(funder, "/monitoring?format=xlsx&lang=en&asOf=" + clock.today()).andExpect(status().isOk())
                .andExpect(content().contentType(ReportFormat.XLSX.mediaType()));
        api(funder, "/monitoring?format=odt&lang=fr&asOf=yesterday").andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.problems[*].field").value(hasItem("asOf")))
                .andExpect(jsonPath("$.problems[*].field").value(hasItem("format")))
                .andExpect(jsonPath("$.problems[*].field").value(hasItem("lang")))
                .andExpect(jsonPath("$.problems[1].message").value(containsString("pdf, xlsx, docx, html")));
    }

    @Test
    @DisplayName("BR-15: a frozen report comes back byte for byte, whatever is corrected later")
    void bringsFrozenReportsBackByteForByte() throws Exception {
        verified(organisation("กลุ่มออมทรัพย์บ้านดง"));
        LocalDate day = clock.today();
        archive.freezeMonitoring(grant.id(), 1, day);
        FrozenReport pdf = frozen(ReportFormat.PDF, THAI);
        byte[] first = archive.content(pdf.id());

        letDaysPass(2);
        verified(organisation("กลุ่มที่มาทีหลัง"));
        archive.freezeMonitoring(grant.id(), 1, day);

        assertThat(frozen(ReportFormat.PDF, THAI)).isEqualTo(pdf);
        byte[] served = page(officer, "/grants/" + grant.id() + "/reports/frozen/" + pdf.id(), null)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("period-1-th.pdf")))
                .andReturn().getResponse().getContentAsByteArray();
        assertThat(served).isEqualTo(first);
        assertThat(api(officer, "/" + pdf.id()).andReturn().getResponse().getContentAsByteArray()).isEqualTo(first);
        page(officer, "/grants/" + grant.id() + "/reports/monitoring", null)
                .andExpect(content().string(containsString(pdf.sha256())));
    }

    @Test
    @DisplayName("BR-15, BR-39: the whole grant, its areas with figures and the copy for readers of sums are frozen together")
    void freezesEveryEditionThatHasFigures() throws Exception {
        verified(organisation("กลุ่มออมทรัพย์บ้านดง"));
        archive.freezeMonitoring(grant.id(), 1, clock.today());

        assertThat(archive.monitoringReports(grant.id())).extracting(copy -> copy.editionKey() + (copy.forReadersOfSums() ? "*" : ""))
                .containsExactlyInAnyOrder("national", "national", "national", "national", "national", "national", "national",
                        "national", "national*", "national*", "national*", "national*", "national*", "national*", "national*",
                        "national*", "region-north", "region-north", "centre-TH-50", "centre-TH-50");
        api(funder, "").andExpect(jsonPath("$.length()").value(8));
        api(officer, "").andExpect(jsonPath("$.length()").value(12));
        api(dataManager, "").andExpect(jsonPath("$.length()").value(2)).andExpect(jsonPath("$[0].edition").value("centre-TH-50"));
        api(neighbour, "").andExpect(jsonPath("$.length()").value(0));
        api(funder, "/" + frozen(ReportFormat.PDF, THAI).id()).andExpect(status().isNotFound());
        assertThat(archive.frozenValues(grant.id(), 1).orElseThrow().edition("centre-TH-50").orElseThrow().parts().get("IND3")
                .counted()).isEqualByComparingTo("1");
    }

    @Test
    void cutsTheSameFiguresByRegionAndCentre() throws Exception {
        verified(organisation("กลุ่มออมทรัพย์บ้านดง"));
        verified(organisation(LAMPHUN, "กองทุนสวัสดิการ", clock.today()));
        MonitoringPack pack = source.pack(grant.id(), clock.today()).orElseThrow();

        assertThat(pack.editions()).hasSize(1 + 7 + 82);
        assertThat(pack.edition("region-north").orElseThrow().parts().get("IND3").counted()).isEqualByComparingTo("2");
        assertThat(pack.edition("centre-TH-51").orElseThrow().parts().get("IND3").movement().net())
                .isEqualByComparingTo("1");
        download(officer, ".html?lang=en&edition=centre-TH-51").andExpect(status().isOk())
                .andExpect(content().string(containsString("Edition for the centre Lamphun")));
        page(officer, "/grants/" + grant.id() + "/reports/monitoring?edition=region-north", null)
                .andExpect(content().string(containsString("ฉบับภาคเหนือ")));
        download(officer, ".pdf?edition=centre-XX").andExpect(status().isNotFound());
    }

    @Test
    void opensToCentrePeopleTheirOwnEditionOnly() throws Exception {
        verified(organisation("กลุ่มออมทรัพย์บ้านดง"));

        page(dataManager, "/grants/" + grant.id() + "/reports/monitoring", null).andExpect(status().isOk())
                .andExpect(content().string(containsString("ฉบับศูนย์ เชียงใหม่")));
        download(dataManager, ".pdf").andExpect(status().isOk());
        for (String other : List.of("national", "region-north", "centre-TH-51")) {
            download(dataManager, ".pdf?edition=" + other).andExpect(status().isNotFound());
            api(dataManager, "/monitoring?edition=" + other).andExpect(status().isNotFound());
        }
    }

    @Test
    @DisplayName("BR-39: the funder's reader sees no small number of people in an area")
    void hidesSmallNumbersOfPeopleFromReadersOfSums() throws Exception {
        verified(person("สมหญิง", "volunteer_citizen"));

        download(funder, ".html?lang=en&edition=centre-TH-50").andExpect(status().isOk())
                .andExpect(content().string(containsString("<span>*</span>")));
        download(funder, ".html?lang=en").andExpect(content().string(containsString("a number of people from 1 to 4")));
        download(officer, ".html?lang=en&edition=centre-TH-50").andExpect(content().string(not(containsString("<span>*</span>"))));
        download(dataManager, ".html?lang=en").andExpect(content().string(not(containsString("<span>*</span>"))));
        Actor both = hire(List.of(post(Role.FR, ScopeKind.PROGRAMME, PROGRAMME),
                post(Role.CC, ScopeKind.CENTRE, Scope.centreId(PROGRAMME, CHIANG_MAI))));
        download(both, ".html?lang=en&edition=centre-TH-50").andExpect(content().string(not(containsString("<span>*</span>"))));
        download(both, ".html?lang=en").andExpect(content().string(containsString("a number of people from 1 to 4")));
    }

    @Test
    void readsWholePeriodsToo() throws Exception {
        page(officer, "/grants/" + grant.id() + "/reports/monitoring?period=99", null)
                .andExpect(content().string(containsString("ไม่มีงวดที่ 99")));
    }

    @Test
    void handsOutTextDocuments() throws Exception {
        download(officer, ".docx?lang=th").andExpect(status().isOk())
                .andExpect(content().contentType(ReportFormat.DOCX.mediaType()));
    }

    @Test
    void keepsTheValuesAFrozenReportWasMadeFrom() {
        archive.freezeMonitoring(grant.id(), 2, clock.today());

        String values = new String(jdbc.queryForObject(
                "SELECT content FROM report_snapshot WHERE grant_id = ? AND format_code = 'JSON'", byte[].class,
                grant.id()), StandardCharsets.UTF_8);
        assertThat(values).contains("\"id\":\"IND3\"", "\"baseline\":175474", "\"asOf\":\"" + clock.today() + "\"");
    }

    @Test
    void refusesAFileThatIsNotTheOneThatWasFrozen() {
        archive.freezeMonitoring(grant.id(), 3, clock.today());
        FrozenReport html = frozen(ReportFormat.HTML, Locale.ENGLISH);
        jdbc.update("UPDATE report_snapshot SET content = ? WHERE id = ?", "forged".getBytes(), html.id());

        assertThatThrownBy(() -> archive.content(html.id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void showsNobodyTheFrozenReportOfAnotherGrant() throws Exception {
        archive.freezeMonitoring(grant.id(), 4, clock.today());
        String id = frozen(ReportFormat.PDF, THAI).id();
        openTheGrantOfTheNextTest();

        page(officer, "/grants/" + grant.id() + "/reports/frozen/" + id, null).andExpect(status().isNotFound());
        api(officer, "/" + id).andExpect(status().isNotFound());
    }

    private void openTheGrantOfTheNextTest() {
        Actor reader = funder;
        grant = new Grant(Ids.next(), "ศ.2/2559", grant.programmeKey(),
                grant.programmeVersion(), grant.organisationId(), grant.granteeName(), grant.proposalId(), grant.title(),
                grant.state(), grant.amount(), grant.durationMonths(), grant.effectiveFrom(), grant.endsOn(), 1, true);
        stand(List.of(grant));
        funder = reader;
    }

    private FrozenReport frozen(ReportFormat format, Locale locale) {
        return archive.monitoringReports(grant.id()).stream()
                .filter(report -> report.format() == format && report.locale().equals(locale))
                .filter(report -> report.editionKey().equals("national") && !report.forReadersOfSums())
                .findFirst()
                .orElseThrow();
    }

    private Post post(Role role, ScopeKind kind, String scopeId) {
        return new Post(role, kind, scopeId, clock.today().minusYears(1), null);
    }

    private MonitoringReport report(LocalDate day) {
        return source.monitoring(grant.id(), day).orElseThrow();
    }

    private static Indicator indicator(MonitoringReport report, String id) {
        return report.indicators().stream().filter(line -> line.id().equals(id)).findFirst().orElseThrow();
    }

    private ResultActions download(Actor actor, String extensionAndQuery) throws Exception {
        return mvc.perform(get("/grants/" + grant.id() + "/reports/monitoring" + extensionAndQuery).with(as(actor)));
    }

    private ResultActions api(Actor actor, String rest) throws Exception {
        return mvc.perform(get("/api/v1/grants/" + grant.id() + "/reports" + rest).with(as(actor)));
    }

    private ResultActions page(Actor actor, String path, String asOf) throws Exception {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(path);
        if (asOf != null) {
            address.queryParam("asOf", "{asOf}");
        }
        return mvc.perform(get(address.encode().buildAndExpand(asOf).toUri()).with(as(actor)));
    }

    private RequestPostProcessor as(Actor actor) {
        return user(users.loadUserByUsername(actor.username()));
    }
}
