package org.thun.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.CountFilter;
import org.thun.registry.PersonalRecords;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordFilter;
import org.thun.registry.RegistryCounts;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.testing.EvidenceTest;
import org.thun.testing.SignIn;

@ExtendWith(OutputCaptureExtension.class)
class PrivacyModuleTests extends EvidenceTest {

    private static final CountFilter PEOPLE = CountFilter.of(Register.PERSON);

    @Autowired
    Privacy privacy;

    @Autowired
    PersonalRecords people;

    @Autowired
    RegistryCounts counts;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    Actor lead;

    @BeforeEach
    void hireTheLead() {
        lead = hire(Role.GL, ScopeKind.ORGANISATION, grant.organisationId());
    }

    @Test
    @DisplayName("what is sensitive has its own permission, and each reading leaves its trace")
    void showsWhatIsSensitiveOnlyOnRequest() throws Exception {
        String id = verified(person("ซ่อนเร้น", "facilitator"));
        assertThat(registers.find(id, officer).orElseThrow().facts())
                .returns(null, RecordFacts::birthYear).returns(null, RecordFacts::subdistrict);
        assertThat(registers.versions(id, officer).get(0).facts().birthYear()).isNull();
        assertThat(people.sensitive(id, officer)).isEmpty();
        assertThat(people.sensitive(id, neighbour)).isEmpty();

        mvc.perform(get("/registers/people/" + id).with(signedIn(dataManager)))
                .andExpect(content().string(allOf(not(containsString("2518")), not(containsString("ศรีภูมิ")),
                        containsString("/privacy/records/" + id))));
        mvc.perform(get("/privacy/records/" + id).with(signedIn(dataManager)))
                .andExpect(content().string(allOf(not(containsString("2518")), not(containsString("??")))));
        assertThat(readings(id)).isZero();
        mvc.perform(post("/privacy/records/" + id).with(csrf()).with(signedIn(dataManager)))
                .andExpect(content().string(allOf(containsString("2518"), containsString("ศรีภูมิ"),
                        not(containsString("??")))));
        assertThat(readings(id)).isEqualTo(1);
        mvc.perform(post("/privacy/records/" + id).with(csrf()).with(signedIn(officer))).andExpect(status().isNotFound());
        mvc.perform(get("/registers/people/" + id + "/edit").with(signedIn(dataManager))).andExpect(status().isOk());
        assertThat(readings(id)).as("the form of correction shows it too").isEqualTo(2);
    }

    @Test
    void handsThePersonAllThatIsHeld() throws Exception {
        RecordFacts facts = person("มะลิ", "facilitator", "community_leader");
        String id = verified(facts);
        assertThat(keys(privacy.subjectFile(id, " ", dataManager))).containsExactly("privacy.problem.reason");
        assertThat(keys(privacy.subjectFile(id, "ขอ", officer))).containsExactly("privacy.problem.unknown");
        assertThat(keys(privacy.subjectFile(id, "ขอ", neighbour))).containsExactly("privacy.problem.unknown");

        MockHttpServletResponse json = mvc.perform(post("/privacy/records/" + id + "/file").param("format", "json")
                        .param("reason", "เจ้าของข้อมูลขอ").with(csrf()).with(signedIn(dataManager)))
                .andExpect(status().isOk()).andReturn().getResponse();
        assertThat(json.getContentAsString(StandardCharsets.UTF_8)).contains("\"มะลิ\"", "\"birthYear\" : 1975",
                "community_leader", "registry.verify", "\"fromDay\"");
        assertThat(json.getHeader("Content-Disposition")).startsWith("attachment").doesNotContain("มะลิ", "%E0");
        MockHttpServletResponse html = mvc.perform(post("/privacy/records/" + id + "/file")
                        .param("reason", "เจ้าของข้อมูลขอ").with(csrf()).with(signedIn(dataManager)))
                .andExpect(status().isOk()).andReturn().getResponse();
        assertThat(html.getContentAsString(StandardCharsets.UTF_8)).contains("มะลิ ทดสอบ", "2518").doesNotContain("??");
        assertThat(audit.stream(id)).filteredOn(entry -> entry.command().equals("privacy.subjectFile")).hasSize(2)
                .allMatch(entry -> "เจ้าของข้อมูลขอ".equals(entry.reason()));
    }

    @Test
    void printsThePersonsFileInTheLanguageOfThePerson() throws Exception {
        String id = verified(person("มะลิ", "facilitator", "community_leader"));
        for (String language : List.of("th", "en")) {
            MockHttpServletResponse pdf = mvc.perform(post("/privacy/records/" + id + "/file").param("format", "pdf-" + language)
                            .param("reason", "เจ้าของข้อมูลขอ").with(csrf()).with(signedIn(dataManager)))
                    .andExpect(status().isOk()).andReturn().getResponse();
            assertThat(pdf.getContentType()).isEqualTo("application/pdf");
            assertThat(pdf.getHeader("Content-Disposition")).startsWith("attachment").doesNotContain("มะลิ", "%E0");
            assertThat(pdf.getHeader("Cache-Control")).contains("no-store");
            String text = text(pdf.getContentAsByteArray());
            assertThat(text).contains("มะลิ ทดสอบ", language.equals("th") ? "2518" : "1975").doesNotContain("??");
            assertThat(text).contains(language.equals("th") ? "วิทยากรกระบวนการ" : "acilitator");
        }
        mvc.perform(post("/privacy/records/" + id + "/file").param("format", "pdf-th").param("reason", "ขอ").with(csrf())
                .with(signedIn(officer))).andExpect(status().isUnprocessableEntity());
    }

    private static String text(byte[] pdf) throws Exception {
        Path file = Files.createTempFile("subject", ".pdf");
        try {
            Files.write(file, pdf);
            Process process = new ProcessBuilder("pdftotext", "-enc", "UTF-8", "-layout", file.toString(), "-").start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            return text;
        } finally {
            Files.delete(file);
        }
    }

    @Test
    @DisplayName("BR-39: a second person agrees, the name is gone everywhere, the counts stay")
    void takesANameOutForGood() throws Exception {
        RecordFacts facts = person("ลบฉันเถิด", "facilitator");
        String id = verified(facts);
        registers.correct(facts, 1, true, dataManager).orElseThrow();
        registers.verify(id, verifier).orElseThrow();
        mvc.perform(multipart("/registers/people/" + id + "/files")
                        .file(new MockMultipartFile("file", "ใบยินยอม.pdf", "application/pdf", "%PDF-1.4 ลบฉันเถิด".getBytes()))
                        .param("title", "ใบยินยอมของ ลบฉันเถิด").with(csrf()).with(signedIn(dataManager)))
                .andExpect(status().is3xxRedirection());

        String request = privacy.askAnonymise(id, "เจ้าของข้อมูลขอให้ลบ", coordinator).orElseThrow();
        assertThat(keys(privacy.askAnonymise(id, "อีกครั้ง", dataManager))).containsExactly("privacy.problem.asked");
        assertThat(privacy.decide(request, true, null, coordinator).problems()).extracting(Problem::rule)
                .containsExactly("SD1");
        assertThat(keys(privacy.decide(request, true, null, dataManager))).containsExactly("privacy.problem.unknown");
        assertThat(keys(privacy.decide(request, false, " ", lead))).containsExactly("privacy.problem.reason");
        mvc.perform(get("/privacy/" + request).with(signedIn(lead)))
                .andExpect(content().string(allOf(containsString("ย้อนกลับไม่ได้"), not(containsString("??")))));
        mvc.perform(get("/privacy").with(signedIn(lead))).andExpect(content().string(containsString("/privacy/" + request)));

        privacy.decide(request, true, null, lead).orElseThrow();

        assertThat(tablesWith("ลบฉันเถิด")).isEmpty();
        assertThat(tablesWith("ศรีภูมิ", id)).isEmpty();
        assertThat(counts.counted(grant.id(), PEOPLE, clock.today())).isEqualTo(1);
        assertThat(registers.find(id, dataManager).orElseThrow().facts().name()).isNull();
        assertThat(registers.versions(id, dataManager)).isEmpty();
        assertThat(registers.correct(facts, 2, true, dataManager).isDone()).isFalse();
        assertThat(registers.verify(id, verifier).isDone()).isFalse();
        assertThat(privacy.find(request, lead).orElseThrow().state()).isEqualTo(RequestState.DONE);
        assertThat(keys(privacy.decide(request, true, null, lead))).containsExactly("privacy.problem.decided");
        assertThat(audit.stream(id)).extracting(AuditEntry::command).contains("registry.anonymise");
        mvc.perform(get("/registers/people/" + id).with(signedIn(dataManager)))
                .andExpect(content().string(allOf(containsString("ลบชื่อแล้ว"), not(containsString("??")))));
    }

    @Test
    void exportsExactlyTheRowsOfTheFilterWithoutLivingFormulas() throws Exception {
        verified(person("=HYPERLINK(\"http://x\")", "facilitator"));
        registers.enter(person("ธรรมดา", "facilitator"), true, dataManager).orElseThrow();
        registers.enter(personAt(LAMPHUN, "เพื่อนบ้าน", "facilitator"), true, neighbour).orElseThrow();

        MockHttpServletResponse file = mvc.perform(export().with(signedIn(dataManager)))
                .andExpect(status().isOk()).andReturn().getResponse();
        List<String> lines = file.getContentAsString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("\uFEFFเลขที่,");
        assertThat(lines.get(1)).contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
        assertThat(String.join("", lines)).doesNotContain("เพื่อนบ้าน", "1975", "ศรีภูมิ");
        assertThat(file.getHeader("Content-Disposition")).contains("-2.csv");
        assertThat(audit.stream(grant.id())).extracting(AuditEntry::command).contains("privacy.export");
        mvc.perform(export().param("state", "VERIFIED").with(signedIn(dataManager)))
                .andExpect(content().string(not(containsString("ธรรมดา"))));
        mvc.perform(export().with(signedIn(funder))).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("more than 1,000 people leave the house only with a reason and a second person")
    void asksASecondPersonForALargeExport() throws Exception {
        registers.enterAll(IntStream.rangeClosed(1, 1_001).mapToObj(i -> person("คนที่" + i, "volunteer_citizen")).toList(),
                dataManager).forEach(Outcome::orElseThrow);
        RecordFilter filter = new RecordFilter(Register.PERSON, grant.id(), null, null, null, null);
        mvc.perform(export().with(signedIn(dataManager))).andExpect(status().isUnprocessableEntity());
        assertThat(privacy.export(filter, null, "ขอ", dataManager, row -> { }).problems()).extracting(Problem::rule)
                .containsExactly("BR-39");

        Privacy.Asked asked = privacy.askExport(filter, "ส่งให้สถิติจังหวัด", dataManager).orElseThrow();
        assertThat(asked.people()).isEqualTo(1_001);
        assertThat(privacy.approvedExport(asked.requestId(), dataManager)).isEmpty();
        mvc.perform(get("/privacy/" + asked.requestId() + "/export").with(signedIn(dataManager)))
                .andExpect(status().isNotFound());
        privacy.decide(asked.requestId(), true, null, lead).orElseThrow();

        String file = mvc.perform(get("/privacy/" + asked.requestId() + "/export").with(signedIn(dataManager)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(file.lines()).hasSize(1_002);
        assertThat(privacy.approvedExport(asked.requestId(), lead)).as("for whoever asked").isEmpty();
        letDaysPass(8);
        assertThat(privacy.approvedExport(asked.requestId(), again(dataManager))).as("for a week").isEmpty();
    }

    @Test
    @DisplayName("a file on its way over a slow line keeps nobody from the grant's trail")
    void letsOthersWorkWhileAFileGoesOut() {
        verified(person("คนเดียว", "facilitator"));
        RecordFilter filter = new RecordFilter(Register.PERSON, grant.id(), null, null, null, null);
        List<Long> entries = new ArrayList<>();
        privacy.export(filter, null, null, dataManager, row -> CompletableFuture.runAsync(() ->
                new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    audit.record(Actor.SYSTEM, AuditEvent.of(grant.id(), "grant.close", "grant", grant.id()));
                    entries.add(audit.stream(grant.id()).stream()
                            .filter(entry -> entry.command().equals("privacy.export"))
                            .count());
                })).join()).orElseThrow();
        assertThat(entries).containsExactly(1L);
    }

    @Test
    @DisplayName("BR-38: years after the close the people are reduced to counts, once a person has agreed")
    void endsTheRetention() {
        String id = verified(person("ครบกำหนด", "facilitator"));
        verified(organisation("กลุ่มที่อยู่ต่อ"));
        new TransactionTemplate(transactions).executeWithoutResult(status -> audit.record(Actor.SYSTEM,
                AuditEvent.transition(grant.id(), "grant.close", "grant", grant.id(), GrantState.WAITING_TO_CLOSE,
                        GrantState.CLOSED)));
        Grant closed = new Grant(grant.id(), grant.number(), grant.programmeKey(), grant.programmeVersion(),
                grant.organisationId(), grant.granteeName(), grant.proposalId(), grant.title(), GrantState.CLOSED,
                grant.amount(), grant.durationMonths(), grant.effectiveFrom(), grant.endsOn(), 1, grant.synthetic());
        given(grants.get(grant.id())).willReturn(closed);
        given(grants.closed()).willReturn(List.of(closed));
        letDaysPass(2);
        assertThat(privacy.list(again(lead), 10)).isEmpty();
        // Seven years cannot be lived in a test of everyday length; the close is moved back instead.
        jdbc.update("UPDATE audit_entry SET at_time = ? WHERE stream_id = ? AND command = 'grant.close'",
                clock.dateTime().minusYears(7).minusDays(1), grant.id());
        letDaysPass(1);
        PrivacyRequest request = privacy.list(again(lead), 10).get(0);
        assertThat(request).returns(RequestKind.RETENTION, PrivacyRequest::kind).returns(1L, PrivacyRequest::people);
        assertThat(privacy.preview(request.id(), again(lead), 10)).hasSize(1);
        letDaysPass(1);
        assertThat(privacy.list(again(lead), 10)).as("asked once").hasSize(1);
        assertThat(registers.find(id, dataManager).orElseThrow().facts().name()).isEqualTo("ครบกำหนด");

        privacy.decide(request.id(), true, null, again(lead)).orElseThrow();
        letDaysPass(1);
        assertThat(tablesWith("ครบกำหนด")).isEmpty();
        assertThat(privacy.find(request.id(), again(lead)).orElseThrow())
                .returns(RequestState.DONE, PrivacyRequest::state).returns(1L, PrivacyRequest::done);
        assertThat(counts.counted(grant.id(), PEOPLE, clock.today())).isEqualTo(1);
        assertThat(counts.counted(grant.id(), CountFilter.of(Register.ORGANISATION), clock.today())).isEqualTo(1);
    }

    @Test
    void showsReadersOfSumsNoSmallFigures() throws Exception {
        verified(person("ผู้เดียว", "facilitator"));
        for (int i = 0; i < 6; i++) {
            verified(personAt(LAMPHUN, "หลายคน" + i, "facilitator"));
        }
        mvc.perform(get("/registers").with(signedIn(funder)))
                .andExpect(content().string(allOf(containsString(">7</span>"), containsString(">น้อย</span>"),
                        not(containsString(">1</span>")), not(containsString(">6</span>")))));
        mvc.perform(get("/registers").with(signedIn(officer))).andExpect(content().string(not(containsString(">น้อย<"))));
    }

    @Test
    @DisplayName("BR-39: names stand neither in addresses nor in logs")
    void keepsNamesOutOfAddressesAndLogs(CapturedOutput output) throws Exception {
        String name = "ไม่อยู่ในบันทึก";
        RecordFacts facts = person(name, "facilitator");
        String id = registers.enter(facts, true, dataManager).orElseThrow();
        registers.reject(id, "ไม่ตรง", verifier).orElseThrow();
        registers.correct(facts, 1, true, dataManager).orElseThrow();
        registers.verify(id, verifier).orElseThrow();
        Cookie session = SignIn.as(mvc, dataManager.username(), PASSWORD);
        String found = mvc.perform(post("/registers/people/search").param("q", name).cookie(session).with(csrf()))
                .andReturn().getResponse().getRedirectedUrl();
        String page = mvc.perform(get(found).cookie(session)).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains(name + " ทดสอบ");
        for (String address : addresses(page)) {
            assertThat(address).doesNotContain(name, "ทดสอบ", "%E0%B9%84");
        }
        mvc.perform(get("/registers/people/" + id + "/nothing").cookie(session)).andExpect(status().isNotFound());
        assertThat(output.getAll()).doesNotContain(name);
    }

    private static List<String> addresses(String page) {
        List<String> addresses = new ArrayList<>();
        var matcher = java.util.regex.Pattern.compile("(?:href|action|src|hx-get)=\"([^\"]*)\"").matcher(page);
        while (matcher.find()) {
            addresses.add(matcher.group(1));
        }
        return addresses;
    }

    private long readings(String id) {
        return audit.stream(id).stream().filter(entry -> entry.command().equals("registry.readSensitive")).count();
    }

    private MockHttpServletRequestBuilder export() {
        return post("/privacy/exports").param("kind", "PERSON").param("grant", grant.id()).with(csrf());
    }

    private static List<String> keys(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::messageKey).toList();
    }

    private List<String> tablesWith(String text) {
        return tablesWith(text, null);
    }

    /** Text columns of the whole data base that hold a text, in rows of a record or in any. */
    private List<String> tablesWith(String text, String recordId) {
        List<String> found = new ArrayList<>();
        jdbc.query("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = SCHEMA()"
                + " AND (LOWER(table_name) LIKE 'registry%' OR LOWER(table_name) LIKE 'document%'"
                + " OR LOWER(table_name) LIKE 'privacy%' OR LOWER(table_name) LIKE 'audit%')"
                + " AND data_type IN ('CHARACTER VARYING', 'CHARACTER LARGE OBJECT', 'varchar', 'text', 'longtext')", row -> {
            String table = row.getString(1);
            String column = row.getString(2);
            String ofRecord = recordId != null && table.equalsIgnoreCase("registry_record")
                    ? " AND id = '" + recordId + "'"
                    : "";
            boolean asked = recordId == null || table.equalsIgnoreCase("registry_record");
            if (asked && jdbc.queryForObject("SELECT COUNT(*) FROM " + table + " WHERE " + column + " LIKE ?" + ofRecord,
                    Integer.class, "%" + text + "%") > 0) {
                found.add(table + "." + column);
            }
        });
        return found;
    }
}
