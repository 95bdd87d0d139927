package org.thun.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.activities.ActivityFixture;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.progress.ReportFixture;
import org.thun.progress.TestLedger;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.Statements;
import org.thun.reporting.Statements.StatementFile;
import org.thun.testing.ThunTest;

/** The period report as a document: what it holds, who gets it, and that an accepted one never changes. */
@ThunTest
class StatementsModuleTests {

    private static final Locale THAI = Locale.forLanguageTag("th");

    @Autowired
    Statements statements;

    @Autowired
    ActivityFixture activities;

    @Autowired
    ReportFixture fixture;

    @Autowired
    GrantFixture people;

    @Autowired
    TestLedger ledger;

    @Autowired
    JdbcTemplate jdbc;

    Grant grant;
    Actor coordinator;
    Actor officer;

    @BeforeEach
    void begin() {
        grant = activities.running(people.today().minusMonths(6).minusDays(5));
        coordinator = people.ofGrantee(Role.GC);
        officer = people.ofProgramme(Role.PO);
        ledger.pay(grant.id(), grant.effectiveFrom(), "1000");
    }

    @Test
    @DisplayName("BR-50: a draft says so and never reaches the funder's readers; nothing written gives nothing")
    void keepsDraftsFromReadersOfAcceptedData() throws Exception {
        assertThat(statements.period(grant, 1, ReportFormat.PDF, THAI, officer)).isEmpty();
        draft();
        StatementFile file = statements.period(grant, 1, ReportFormat.XLSX, Locale.ENGLISH, officer).orElseThrow();
        assertThat(file.frozen()).isFalse();
        assertThat(sheet(file)).anyMatch(line -> line.contains("Draft · not accepted"));
        assertThat(statements.period(grant, 1, ReportFormat.PDF, THAI, people.ofProgramme(Role.FR))).isEmpty();
        assertThat(statements.period(grant, 1, ReportFormat.PDF, THAI, people.ofProgramme(Role.PR))).isEmpty();
    }

    @Test
    @DisplayName("BR-15: the accepted report comes back byte for byte, in each language and format, also to the funder's readers")
    void keepsAcceptedReportsAsTheyWere() throws Exception {
        accepted();
        Actor reader = people.ofProgramme(Role.FR);
        for (Locale language : List.of(THAI, Locale.ENGLISH)) {
            for (ReportFormat format : List.of(ReportFormat.PDF, ReportFormat.XLSX)) {
                StatementFile first = statements.period(grant, 1, format, language, officer).orElseThrow();
                assertThat(first.frozen()).isTrue();
                assertThat(statements.period(grant, 1, format, language, reader).orElseThrow().content())
                        .isEqualTo(first.content());
                write(first, language);
            }
        }
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM report_snapshot WHERE grant_id = ? AND kind = 'PERIOD'",
                Integer.class, grant.id())).isEqualTo(4);
    }

    @Test
    void statesNarrativeMoneyRefusedCostAndConditions() throws Exception {
        accepted();
        List<String> english = sheet(statements.period(grant, 1, ReportFormat.XLSX, Locale.ENGLISH, officer).orElseThrow());
        assertThat(english).anyMatch(line -> line.contains("Progress and financial report of period 1"))
                .anyMatch(line -> line.contains("ดำเนินการตามแผน"))
                .anyMatch(line -> line.startsWith("4.1") && line.contains("300") && line.contains("100"))
                .anyMatch(line -> line.startsWith("Not accepted, owed to the grant|100"))
                .anyMatch(line -> line.startsWith("Difference|0"))
                .anyMatch(line -> line.contains("ส่งใบเสร็จค่าไฟฟ้า"))
                .anyMatch(line -> line.startsWith("Passed by the mentor"));
        assertThat(sheet(statements.period(grant, 1, ReportFormat.XLSX, THAI, officer).orElseThrow()))
                .anyMatch(line -> line.contains("รายงานความก้าวหน้าและการเงิน งวดที่ 1 (ส.1, ง.1)"));
    }

    private void draft() {
        Map<String, Object> form = fixture.written(grant, 1, coordinator, "200", "500");
        form.put("expenses", List.of(
                Map.of("activityCode", "4.1", "costHead", "utilities", "amount", "300")));
        fixture.complete(grant, 1, "task_draftPeriodReport", coordinator, form);
    }

    private void accepted() {
        draft();
        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), Map.of("decision", "APPROVE"));
        fixture.complete(grant, 1, "task_checkPeriodReport", people.ofProgramme(Role.MT),
                Map.of("decision", "APPROVE", "opinion", "LIKELY"));
        fixture.complete(grant, 1, "task_acceptPeriodReport", officer, Map.of("decision", "CONDITIONS",
                "conditions", List.of(Map.of("text", "ส่งใบเสร็จค่าไฟฟ้า", "dueOn", people.today().plusDays(7).toString())),
                "refusals", List.of(Map.of("activityCode", "4.1", "costHead", "utilities", "amount", "100",
                        "treatment", "TO_BALANCE", "reason", "ใบเสร็จไม่ครบ"))));
    }

    private static List<String> sheet(StatementFile file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.content()))) {
            return workbook.getFirstSheet().read().stream()
                    .map(row -> String.join("|", row.stream()
                            .map(cell -> cell == null || cell.getRawValue() == null ? "" : cell.getText())
                            .toList()))
                    .toList();
        }
    }

    /** Copies to look at, as the other reports leave them. */
    private static void write(StatementFile file, Locale language) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "samples"));
        Files.write(folder.resolve("period-report-" + language.getLanguage() + "." + file.format().extension()),
                file.content());
    }
}
