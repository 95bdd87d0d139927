package org.thun.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.RegistryChecks.Finding;
import org.thun.registry.RegistryChecks.Kind;
import org.thun.tasks.WorkList;
import org.thun.testing.EvidenceTest;

class RegistryChecksModuleTests extends EvidenceTest {

    private static final CountFilter PEOPLE = CountFilter.of(Register.PERSON);

    @Autowired
    private RegistryChecks checks;

    @Autowired
    private RegistryCounts counts;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private List<WorkList> workLists;

    @Autowired
    private JdbcTemplate jdbc;

    private Actor administrator;

    @BeforeEach
    void hireAnAdministrator() {
        administrator = hire(List.of(new Post(Role.SA, ScopeKind.ALL, "*", clock.today().minusYears(1), null)));
    }

    @Test
    void findsNothingWhileAllAgree() {
        live();
        checks.check();
        assertThat(findings()).isEmpty();
    }

    @Test
    @DisplayName("a summary that does not agree with the records becomes an incident and follows them when repaired")
    void repairsASummaryThatWentWrong() throws Exception {
        live();
        LocalDate today = clock.today();
        long right = counts.counted(grant.id(), PEOPLE, today);
        jdbc.update("UPDATE registry_tally SET national_added = national_added + 3 WHERE grant_id = ?", grant.id());
        jdbc.update("DELETE FROM registry_tally_month WHERE grant_id = ?", grant.id());
        assertThat(counts.counted(grant.id(), PEOPLE, today)).isNotEqualTo(right);

        checks.check();
        checks.check();
        Finding finding = findings().get(0);
        assertThat(findings()).as("found twice, told once").hasSize(1);
        assertThat(finding.kind()).isEqualTo(Kind.SUMMARY);
        assertThat(workLists.stream().flatMap(list -> list.waiting(administrator).stream())
                .filter(waiting -> waiting.path().equals("/admin/register-checks"))).hasSize(1);
        assertThatThrownBy(() -> checks.repair(finding.id(), officer)).isInstanceOf(AccessDeniedException.class);
        mvc.perform(get("/admin/register-checks").with(signedIn(officer))).andExpect(status().isNotFound());
        mvc.perform(get("/admin/register-checks").with(signedIn(administrator)))
                .andExpect(content().string(allOf(containsString(finding.id()), not(containsString("??")))));

        mvc.perform(post("/admin/register-checks/" + finding.id() + "/repair").with(csrf()).with(signedIn(administrator)))
                .andExpect(status().is3xxRedirection());

        assertThat(counts.counted(grant.id(), PEOPLE, today)).isEqualTo(right);
        assertThat(findings()).isEmpty();
        assertThat(audit.stream(grant.id())).extracting(AuditEntry::command).contains("registry.repairSummary");
        assertThat(checks.repair(finding.id(), administrator).isDone()).isFalse();
        checks.check();
        assertThat(findings()).isEmpty();
    }

    @Test
    void buildsTheWholeSummaryFromTheRecords() {
        live();
        LocalDate today = clock.today();
        var before = counts.tallies(grant.id(), List.of(PEOPLE), today.plusMonths(6)).get(PEOPLE);
        jdbc.update("DELETE FROM registry_tally WHERE grant_id = ?", grant.id());
        jdbc.update("DELETE FROM registry_tally_month WHERE grant_id = ?", grant.id());
        checks.check();
        checks.repair(findings().get(0).id(), administrator).orElseThrow();
        assertThat(counts.tallies(grant.id(), List.of(PEOPLE), today.plusMonths(6)).get(PEOPLE)).isEqualTo(before);
    }

    @Test
    void tellsOfRecordsWhoseStateAndCountDoNotAgreeAndClosesByItself() {
        String id = verified(person("มานะ", "facilitator"));
        jdbc.update("UPDATE registry_record SET state = 'REJECTED' WHERE id = ?", id);
        checks.check();
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.RECORDS);
            assertThat(finding.example()).isEqualTo(id);
            assertThat(checks.repair(finding.id(), administrator).isDone()).isFalse();
        });
        jdbc.update("UPDATE registry_record SET state = 'VERIFIED' WHERE id = ?", id);
        checks.check();
        assertThat(findings()).isEmpty();
    }

    /** Records that come, go, and are shared between provinces. */
    private void live() {
        String shared = verified(person("มานะ", "facilitator", "volunteer_citizen"));
        String gone = verified(personAt(LAMPHUN, "มานี", "facilitator"));
        verified(organisation("กลุ่มออมทรัพย์"));
        jdbc.update("INSERT INTO registry_shared (record_id, facet_code, shared_from, shared_to) VALUES (?, 'facilitator', ?, ?)",
                shared, clock.today().plusDays(3), clock.today().plusDays(40));
        checks.check();
        findings().forEach(finding -> checks.repair(finding.id(), administrator).orElseThrow());
        letDaysPass(2);
        registers.reject(gone, "ไม่ตรง", again(verifier)).orElseThrow();
        administrator = again(administrator);
        officer = again(officer);
    }

    private List<Finding> findings() {
        return checks.findings().stream()
                .filter(finding -> finding.isOpen() && finding.grantId().equals(grant.id()))
                .toList();
    }
}
