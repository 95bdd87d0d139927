package org.thun.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.audit.AuditTrail;
import org.thun.identity.Actor;
import org.thun.reporting.ReportRuns.Order;
import org.thun.testing.EvidenceTest;

class ReportRunsModuleTests extends EvidenceTest {

    private static final List<String> THAI = List.of("th");

    @Autowired
    private ReportRuns runs;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    @DisplayName("BR-44: makes the reports of all 82 centres as one ZIP and writes down who asked")
    void makesTheReportsOfAllCentres() throws Exception {
        verified(organisation("กลุ่มออมทรัพย์บ้านดง"));
        String id = runs.start(grant, order(Edition.Kind.CENTRE, ReportFormat.HTML), officer).orElseThrow();

        ReportRun run = ended(id);

        assertThat(run.state()).isEqualTo(ReportRun.State.DONE);
        assertThat(run.done()).isEqualTo(82);
        assertThat(run.percent()).isEqualTo(100);
        assertThat(names(run)).hasSize(82).doesNotHaveDuplicates().anyMatch(name -> name.contains("เชียงใหม่"))
                .allMatch(name -> name.endsWith(".html"));
        assertThat(audit.stream(grant.id())).extracting(entry -> entry.command())
                .contains("reportRun.start", "reportRun.end");
    }

    @Test
    void isOpenToWhoeverReadsEveryEdition() throws Exception {
        assertThat(runs.start(grant, order(Edition.Kind.REGION, ReportFormat.HTML), dataManager).isDone()).isFalse();
        mvc.perform(get(path()).with(signedIn(dataManager))).andExpect(status().isNotFound());
        mvc.perform(post(path()).with(csrf()).with(signedIn(dataManager)).param("asOf", "").param("editions", "centres")
                .param("format", "pdf").param("lang", "th")).andExpect(status().isNotFound());

        String full = runs.start(grant, order(Edition.Kind.REGION, ReportFormat.HTML), officer).orElseThrow();
        ended(full);
        assertThat(runs.find(grant, full, funder)).isEmpty();
        mvc.perform(get(path() + "/" + full + "/file").with(signedIn(funder))).andExpect(status().isNotFound());
        mvc.perform(get(path() + "/" + full).with(signedIn(officer))).andExpect(status().isOk());
    }

    @Test
    @DisplayName("BR-39: a run of the funder's reader hides small numbers of people")
    void hidesSmallNumbersInARunOfReadersOfSums() throws Exception {
        verified(person("สมหญิง", "volunteer_citizen"));
        String id = runs.start(grant, order(Edition.Kind.REGION, ReportFormat.HTML), funder).orElseThrow();
        ReportRun run = ended(id);

        assertThat(run.sumsOnly()).isTrue();
        assertThat(texts(run)).anyMatch(text -> text.contains("<span>*</span>"));
        assertThat(runs.find(grant, id, officer)).isPresent();
    }

    @Test
    void showsHowFarItIsAndGivesTheFile() throws Exception {
        String address = mvc.perform(post(path()).with(csrf()).with(signedIn(officer)).param("asOf", clock.today().toString())
                        .param("editions", "regions").param("format", "pdf").param("lang", "th,en"))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        String id = address.substring(address.lastIndexOf('/') + 1);
        ended(id);

        mvc.perform(get(address + "/progress").with(signedIn(officer))).andExpect(header().string("HX-Refresh", "true"))
                .andExpect(content().string(containsString("14 จาก 14 ฉบับ")));
        mvc.perform(get(address).with(signedIn(officer))).andExpect(content().string(containsString(address + "/file")));
        byte[] zip = mvc.perform(get(address + "/file").with(signedIn(officer)))
                .andExpect(content().contentType("application/zip")).andReturn().getResponse().getContentAsByteArray();
        assertThat(names(zip)).hasSize(14).allMatch(name -> name.endsWith(".pdf"));
        mvc.perform(get("/api/v1" + path() + "/" + id).with(signedIn(officer))).andExpect(jsonPath("$.state").value("DONE"));
        mvc.perform(get(path()).with(signedIn(officer))).andExpect(content().string(containsString("14/14")));
    }

    @Test
    void refusesAnOrderOfNothingKnown() throws Exception {
        mvc.perform(post("/api/v1" + path()).with(csrf()).with(signedIn(officer)).param("format", "odt"))
                .andExpect(status().isBadRequest()).andExpect(jsonPath("$.problems[0].field").value("format"));
        mvc.perform(post(path()).with(csrf()).with(signedIn(officer)).param("asOf", "31/2/2560").param("editions", "centres")
                .param("format", "pdf").param("lang", "th")).andExpect(content().string(containsString("อ่านวันที่")));
    }

    @Test
    void canBeStopped() {
        String id = runs.start(grant, order(Edition.Kind.CENTRE, ReportFormat.PDF), officer).orElseThrow();

        assertThat(runs.cancel(grant, id, officer).isDone()).isTrue();
        assertThat(runs.find(grant, id, officer).orElseThrow().state()).isEqualTo(ReportRun.State.CANCELLED);
        assertThat(runs.cancel(grant, id, officer).isDone()).as("a second time").isFalse();
        assertThat(runs.cancel(grant, id, dataManager).isDone()).isFalse();
    }

    @Test
    void throwsFilesAwayAfterAMonthAndKeepsWhoAskedForThem() {
        String id = runs.start(grant, order(Edition.Kind.REGION, ReportFormat.HTML), officer).orElseThrow();
        ended(id);

        letDaysPass(32);
        ReportRun run = runs.find(grant, id, again(officer)).orElseThrow();

        assertThat(run.state()).isEqualTo(ReportRun.State.EXPIRED);
        assertThat(run.startedBy()).isEqualTo(officer.accountId());
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM report_run_item WHERE run_id = ?", Integer.class, id)).isZero();
    }

    private Order order(Edition.Kind kind, ReportFormat format) {
        return new Order(kind, clock.today(), format, THAI);
    }

    private ReportRun ended(String id) {
        await().atMost(Duration.ofSeconds(90)).until(() -> !runs.find(grant, id, officer).orElseThrow().running());
        return runs.find(grant, id, officer).orElseThrow();
    }

    private List<String> names(ReportRun run) throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        runs.writeZip(run, zip);
        return names(zip.toByteArray());
    }

    private static List<String> names(byte[] zip) throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private List<String> texts(ReportRun run) throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        runs.writeZip(run, zip);
        List<String> texts = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                texts.add(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private String path() {
        return "/grants/" + grant.id() + "/reports/runs";
    }
}
