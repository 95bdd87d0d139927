package org.thun.closeout.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.thun.activities.ActivityFixture;
import org.thun.activities.ActivityPlans;
import org.thun.activities.Occurrence;
import org.thun.closeout.Successors;
import org.thun.closeout.Successors.Proof;
import org.thun.closeout.Successors.Successor;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.MoneyFixture;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.indicators.IndicatorQueries;
import org.thun.progress.ReportFixture;
import org.thun.proposals.ProposalContent;
import org.thun.proposals.ProposalFixture;
import org.thun.proposals.Proposals;
import org.thun.shared.Ids;
import org.thun.shared.Problem;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

/** What comes after: the grant that continues a closed one, and the archive. */
@ThunTest
class AfterCloseOutProcessTests {

    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");

    @Autowired
    ActivityFixture activities;

    @Autowired
    ReportFixture reports;

    @Autowired
    MoneyFixture money;

    @Autowired
    GrantFixture people;

    @Autowired
    ProposalFixture proposalPeople;

    @Autowired
    Successors successors;

    @Autowired
    Proposals proposals;

    @Autowired
    IndicatorQueries indicators;

    @Autowired
    Disbursements disbursements;

    @Autowired
    ActivityPlans plans;

    @Autowired
    Grants grants;

    @Autowired
    TaskDesk tasks;

    @Autowired
    TrainingClock time;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    UserDetailsService users;

    @Test
    @DisplayName("A successor takes structure and the final accepted values, no money, and proves that they are equal")
    void continuesWhereTheGrantEnded() throws Exception {
        Grant grant = reported();
        Actor lead = people.ofGrantee(Role.GL);
        assertThat(successors.draft(grants.get(grant.id()), lead).problems())
                .as("the final report is not accepted")
                .extracting(Problem::messageKey)
                .containsExactly("closeout.problem.successor.notAccepted");
        acceptDocuments(grant);
        assertThat(successors.draft(grants.get(grant.id()), people.ofGrantee(Role.GF)).problems())
                .extracting(Problem::messageKey)
                .containsExactly("closeout.problem.successor.notYours");
        String proposalId = successors.draft(grants.get(grant.id()), lead).orElseThrow();
        assertThat(successors.draft(grants.get(grant.id()), lead).problems())
                .extracting(Problem::messageKey)
                .containsExactly("closeout.problem.successor.underWay");

        ProposalContent content = proposals.versions(proposalId).get(0).content();
        assertThat(content.durationMonths()).isEqualTo(18);
        assertThat(content.amount()).as("no money").isNull();
        assertThat(content.budget()).extracting(BudgetLine::activityCode)
                .containsExactlyElementsOf(grants.budget(grant.id()).stream().map(BudgetLine::activityCode).toList());
        assertThat(content.budget()).extracting(BudgetLine::amount).containsOnlyNulls();
        Successor successor = successors.ofProposal(proposalId).orElseThrow();
        assertThat(successor.periodNo()).isEqualTo(3);
        assertThat(successors.proofs(successor)).allMatch(Proof::holds).anySatisfy(proof -> {
            assertThat(proof.baseline().indicatorId()).isEqualTo(first());
            assertThat(proof.accepted()).isEqualByComparingTo("200123");
            assertThat(proof.baseline().code()).matches("[0-9A-Z]{8}");
        });

        proposalPeople.approve(proposalId);
        Grant next = grants.get(proposals.get(proposalId).grantId());
        people.complete(next.id(), "task_prepareAgreement", people.ofProgramme(Role.PO), Map.of(
                "number", "ต." + next.id(), "effectiveOn", people.today().toString(), "conditionsMet", List.of()));
        people.complete(next.id(), "task_signAgreementGrantee", people.ofGrantee(Role.GL), Map.of("decision", "SIGN"));
        people.complete(next.id(), "task_signAgreementFunder", people.ofProgramme(Role.AP), Map.of("decision", "SIGN"));
        next = grants.get(next.id());
        assertThat(indicators.measure(next, first(), next.effectiveFrom()).orElseThrow().baseline())
                .isEqualByComparingTo("200123");
        assertThat(indicators.measure(grants.get(grant.id()), first(), grant.endsOn()).orElseThrow().actual())
                .isEqualByComparingTo("200123");
        assertThat(successors.proofs(successor)).allMatch(Proof::holds)
                .filteredOn(proof -> proof.baseline().value() != null)
                .isNotEmpty()
                .allMatch(proof -> proof.begins() != null && proof.begins().compareTo(proof.baseline().value()) == 0);

        String page = grant.path() + "/close-out/successor?lang=en";
        mvc.perform(get(page).with(as(people.ofProgramme(Role.AU))))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("All baselines equal the final accepted values"),
                        containsString("200,123"), containsString("/numbers/"), not(containsString("??")))));
    }

    @Test
    @DisplayName("The officer may draft the successor for the grantee, and then has no hand in screening it (SD1)")
    void officerDraftsAndDoesNotScreen() throws Exception {
        Grant grant = reported();
        acceptDocuments(grant);
        Actor officer = people.ofProgramme(Role.PO);
        String page = grant.path() + "/close-out/successor";
        mvc.perform(get(page + "?lang=en").with(as(officer)))
                .andExpect(content().string(allOf(containsString("Draft a successor"), not(containsString("??")))));
        mvc.perform(post(page).with(as(officer)).with(csrf())).andExpect(redirectedUrl(page));
        String proposalId = successors.ofGrant(grant.id()).orElseThrow().proposalId();
        people.complete(proposalId, "task_draftProposal", people.ofGrantee(Role.GL), proposalPeople.form("SUBMIT"));
        assertThat(people.submit(proposalId, "task_screenProposal", officer,
                Map.of("decision", "RETURN", "comments", List.of(Map.of("text", "x")))))
                .isInstanceOf(Completion.Unknown.class);
    }

    @Test
    @DisplayName("BR-38: a closed grant is read only and kept; its archive has an index, and every file fits its SHA-256")
    void restsInAnArchive() throws Exception {
        Grant grant = reported();
        Actor officer = people.ofProgramme(Role.PO);
        mvc.perform(get(grant.path() + "/close-out/archive.zip").with(as(officer))).andExpect(status().isNotFound());
        acceptDocuments(grant);
        money.receipted(new MoneyFixture.Case(grant, people.ofGrantee(Role.GF), people.ofGrantee(Role.GL), officer,
                people.ofProgramme(Role.FM), people.ofProgramme(Role.FA), people.ofProgramme(Role.AP)), "1");
        people.complete(grant.id(), "task_closeGrant", people.ofProgramme(Role.AP), APPROVE);
        assertThat(grants.get(grant.id()).state()).isEqualTo(GrantState.CLOSED);

        Actor coordinator = people.ofGrantee(Role.GC);
        mvc.perform(post(grant.path() + "/documents").with(as(coordinator)).with(csrf()).param("title", "ภายหลัง"))
                .andExpect(redirectedUrl(grant.path()))
                .andExpect(flash().attributeExists("flash"));
        LocalDate until = people.today().plusYears(people.programme().registry().retentionYears());
        mvc.perform(get(grant.path() + "/close-out?lang=en").with(as(officer)))
                .andExpect(content().string(allOf(containsString("Kept until"),
                        containsString(String.valueOf(until.getYear())), containsString("archive.zip"),
                        not(containsString("??")))));
        mvc.perform(get(grant.path() + "?lang=th").with(as(coordinator)))
                .andExpect(content().string(allOf(containsString("คลังเอกสารของทุน"), not(containsString("??")))));
        mvc.perform(get(grant.path() + "/close-out/archive.zip").with(as(coordinator))).andExpect(status().isNotFound());

        Map<String, byte[]> files = unpacked(mvc.perform(get(grant.path() + "/close-out/archive.zip?lang=en")
                        .with(as(people.ofProgramme(Role.AU))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
        assertThat(files.keySet()).contains("index.csv", "SHA256SUMS", "README.txt", "audit/grant.csv",
                "statements/closing-th.pdf", "statements/period-3-en.xlsx");
        List<String> sums = new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8).lines().toList();
        assertThat(sums).hasSize(files.size() - 3);
        for (String line : sums) {
            assertThat(sha256(files.get(line.substring(66)))).as(line).isEqualTo(line.substring(0, 64));
        }
        assertThat(new String(files.get("index.csv"), StandardCharsets.UTF_8)).contains("audit/grant.csv", "SHA-256");
        assertThat(new String(files.get("audit/grant.csv"), StandardCharsets.UTF_8)).contains("closeOut.close");
    }

    /** A grant of 2,000,000 baht whose term is over, with one activity held, all reports accepted and its documents sent. */
    private Grant reported() {
        money.verifyAccount();
        Grant grant = activities.running(people.today().minusMonths(18).minusDays(3));
        // Another baseline than that of the programme, so that taking over the right one can be told from luck.
        jdbc.update("""
                INSERT INTO indicator_setting (id, grant_id, indicator_id, baseline, target, holds_from, amendment, reason,
                                               state, proposed_by, proposed_by_name, proposed_on)
                VALUES (?, ?, ?, ?, ?, ?, 'ทดสอบ', 'ทดสอบ', 'IN_FORCE', 'x', 'x', ?)
                """, Ids.next(), grant.id(), first(), new BigDecimal("200123"), new BigDecimal("250000"),
                grant.effectiveFrom(), grant.effectiveFrom());
        LocalDate start = grant.effectiveFrom();
        for (Occurrence occurrence : plans.ofGrant(grant.id())) {
            if (occurrence.activityCode().equals("4.1") && occurrence.no() == 1) {
                activities.deliver(occurrence, start, start.plusDays(1), "utilities", "1");
            } else {
                activities.complete(occurrence, "task_planActivity", people.ofGrantee(Role.GC),
                        Map.of("intent", "CANCEL", "note", "ทดสอบ", "targetImpact", "ไม่กระทบเป้าหมาย"));
                activities.complete(occurrence, "task_approveActivity", people.ofProgramme(Role.PO), APPROVE);
            }
        }
        skip(grant, 1);
        reports.accept(grant, 1, "-1");
        skip(grant, 2);
        reports.accept(grant, 2, "-1");
        skip(grant, 3);
        reports.accept(grant, 3, "-1");
        time.moveTo(people.today().plusDays(1));
        Map<String, Object> documents = new HashMap<>();
        documents.put("finalReport", "จัดอบรมครบ");
        documents.put("noAssets", true);
        documents.put("auditor", "สำนักงานสอบบัญชีสมมติ");
        documents.put("auditNote", "ไม่มีข้อสังเกต");
        people.complete(grant.id(), "task_prepareCloseOut", people.ofGrantee(Role.GC), documents);
        people.complete(grant.id(), "task_submitCloseOut", people.ofGrantee(Role.GL), APPROVE);
        return grants.get(grant.id());
    }

    private void acceptDocuments(Grant grant) {
        people.complete(grant.id(), "task_checkCloseOut", people.ofProgramme(Role.PO), APPROVE);
    }

    private void skip(Grant grant, int tranche) {
        String id = disbursements.tranche(grant.id(), tranche).orElseThrow().id();
        String task = tasks.ofCase(grant.id()).stream()
                .filter(open -> open.businessKey().equals(id) && open.elementId().equals("task_requestTranche"))
                .findFirst()
                .orElseThrow()
                .taskId();
        assertThat(tasks.complete(task, Map.of("choice", "SKIP", "reason", "ยังมีเงินพอ"), people.ofGrantee(Role.GF)))
                .isInstanceOf(Completion.Completed.class);
    }

    /** The first indicator of the programme: records counted on top of a baseline. */
    private String first() {
        return people.programme().indicators().get(0).id();
    }

    private org.springframework.test.web.servlet.request.RequestPostProcessor as(Actor actor) {
        UserDetails details = users.loadUserByUsername(actor.username());
        return user(details);
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
