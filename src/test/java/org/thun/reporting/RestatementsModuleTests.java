package org.thun.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.testing.EvidenceTest;

@DisplayName("BR-15: later corrections are told, never written over")
class RestatementsModuleTests extends EvidenceTest {

    @Autowired
    private Restatements restatements;

    @Autowired
    private ReportArchive archive;

    @Autowired
    private ReportSource source;

    @Autowired
    private JdbcTemplate jdbc;

    private byte[] frozen;

    /** A frozen period whose values then said one organisation more than the records do. */
    @BeforeEach
    void freezeWhatIsCorrectedLater() {
        verified(organisation("กลุ่มออมทรัพย์บ้านดง"));
        String second = verified(organisation("กลุ่มที่นับเกิน"));
        archive.freezeMonitoring(grant.id(), 1, clock.today());
        frozen = pdf();
        letDaysPass(1);
        takeBackFromTheBeginning(second);
    }

    @Test
    void findsWhatLaterRecordsHaveChangedOnce() {
        assertThat(restatements.look(grant)).isEqualTo(3);
        assertThat(restatements.look(grant)).as("a second time").isZero();

        List<Restatement> found = restatements.of(grant, officer);
        assertThat(found).extracting(each -> each.editionKey() + " " + each.figure() + " " + each.was().stripTrailingZeros()
                        .toPlainString() + " " + each.is().stripTrailingZeros().toPlainString())
                .containsExactlyInAnyOrder("national ACTUAL 175476 175475", "region-north COUNTED 2 1", "centre-TH-50 COUNTED 2 1");
        assertThat(pdf()).as("the frozen report itself").isEqualTo(frozen);
    }

    @Test
    void tellsItInTheNextReportWithTheReason() throws Exception {
        restatements.look(grant);
        Restatement national = restatements.of(grant, officer).stream().filter(Restatement::national).findFirst().orElseThrow();

        mvc.perform(post(path() + "/" + national.id()).with(csrf()).with(signedIn(officer)).param("reason", "บันทึกซ้ำ"))
                .andExpect(status().is3xxRedirection());

        assertThat(source.monitoring(grant.id(), clock.today()).orElseThrow().restated()).hasSize(3);
        mvc.perform(get("/grants/" + grant.id() + "/reports/monitoring").with(signedIn(officer)))
                .andExpect(content().string(containsString(
                        "การปรับปรุงงวดที่ 1 · ผลสะสมทั้งโครงการ: 175,476 → 175,475 (-1) · เหตุผล: บันทึกซ้ำ")));
        mvc.perform(get(path()).with(signedIn(officer))).andExpect(content().string(containsString("บันทึกซ้ำ")));
        mvc.perform(get("/grants/" + grant.id() + "/reports/monitoring.html?edition=centre-TH-51").with(signedIn(officer)))
                .andExpect(content().string(not(containsString("นับได้ของเชียงใหม่"))));
    }

    @Test
    void asksForAReasonFromThoseWhoAnswerForTheFigures() throws Exception {
        restatements.look(grant);
        Restatement any = restatements.of(grant, officer).get(0);

        assertThat(restatements.explain(grant, any.id(), " ", officer).isDone()).isFalse();
        assertThat(restatements.explain(grant, any.id(), "x".repeat(1001), officer).isDone()).isFalse();
        assertThat(restatements.explain(grant, any.id(), "เพราะ", funder).isDone()).isFalse();
        mvc.perform(post(path() + "/" + any.id()).with(csrf()).with(signedIn(funder)).param("reason", "เพราะ"))
                .andExpect(status().isNotFound());
        mvc.perform(post(path() + "/look").with(csrf()).with(signedIn(dataManager))).andExpect(status().isNotFound());
    }

    @Test
    void showsEveryReaderNoMoreThanTheReportsDo() {
        restatements.look(grant);

        assertThat(restatements.of(grant, funder)).extracting(Restatement::editionKey).containsOnly("national");
        assertThat(restatements.of(grant, dataManager)).extracting(Restatement::editionKey).containsOnly("centre-TH-50");
        assertThat(restatements.of(grant, neighbour)).isEmpty();
    }

    /** As a merge or a corrected date does: the record has never counted. */
    private void takeBackFromTheBeginning(String recordId) {
        jdbc.update("DELETE FROM registry_standing WHERE record_id = ?", recordId);
        for (String table : List.of("registry_tally", "registry_tally_month")) {
            jdbc.update("UPDATE " + table + " SET added = added - 1, national_added = national_added - 1 "
                    + "WHERE grant_id = ? AND register_code = 'ORGANISATION' AND added > 0", grant.id());
        }
    }

    private byte[] pdf() {
        return archive.content(archive.monitoringReports(grant.id()).stream()
                .filter(copy -> copy.format() == ReportFormat.PDF && copy.editionKey().equals("national"))
                .findFirst().orElseThrow().id());
    }

    private String path() {
        return "/grants/" + grant.id() + "/reports/restated";
    }
}
