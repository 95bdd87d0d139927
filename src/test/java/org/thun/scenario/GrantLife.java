package org.thun.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.disbursement.EntryKind;
import org.thun.disbursement.LedgerEntry;
import org.thun.disbursement.Tranche;
import org.thun.grants.BudgetLine;
import org.thun.grants.GrantState;
import org.thun.identity.Role;
import org.thun.indicators.Measurement;
import org.thun.parties.Organisations.NewBankAccount;
import org.thun.progress.PeriodReportState;
import org.thun.proposals.ProposalState;
import org.thun.proposals.Proposals.NewProposal;
import org.thun.proposals.Proposals;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk.TaskView;
import org.thun.workflow.ProcessRun;

/**
 * The whole life of the reference programme's grant, in numbered steps over eighteen months: everything by the inbox and the
 * forms, as its people do it, on the training clock. A step needs the steps before it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GrantLife extends GrantScenario {

    private static final Money AMOUNT = Money.parse("10000000.01");
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 5, 1);
    private static final Map<String, Integer> SHARES = Map.ofEntries(
            Map.entry("1.1", 12), Map.entry("1.2", 12), Map.entry("2.1", 9), Map.entry("2.3", 6), Map.entry("2.4", 6),
            Map.entry("3.1", 12), Map.entry("3.2", 12), Map.entry("3.3", 8), Map.entry("4.1", 6), Map.entry("4.2", 9),
            Map.entry("4.3", 5), Map.entry("4.4", 3));

    @Autowired
    Proposals proposals;

    private String proposalId;

    @Test
    @Order(1)
    @DisplayName("1. The lead drafts a proposal; a budget that does not add up is refused (BR-01)")
    void draftsAProposal() {
        clock.beginOn(LocalDate.of(2016, 2, 15));
        people.hire(PROGRAMME);
        proposalId = proposals
                .begin(new NewProposal(PROGRAMME, people.granteeId(), new LocalizedText("สานพลัง", "Civic networks"), true),
                        people.actor(Role.GL))
                .orElseThrow();
        Map<String, Object> form = proposalForm(AMOUNT.plus(Money.parse("0.01")));
        assertThat(people.refusals(Role.GL, proposalId, "task_draftProposal", form))
                .extracting(Problem::rule)
                .contains("BR-01");
        people.complete(Role.GL, proposalId, "task_draftProposal", proposalForm(AMOUNT));
    }

    @Test
    @Order(2)
    @DisplayName("2. It is screened, reviewed by two and approved (BR-30, BR-32)")
    void isReviewedAndApproved() {
        clock.moveTo(LocalDate.of(2016, 2, 22));
        TaskView screening = people.view(Role.PO, proposalId, "task_screenProposal");
        people.complete(Role.PO, proposalId, "task_screenProposal", Map.of(
                "decision", "PASS", "reviewers", options(screening, "reviewerChoices"), "comments", List.of()));
        assertThat(people.waiting(proposalId, "task_reviewProposal")).hasSize(2);
        for (OpenTask review : people.waiting(proposalId, "task_reviewProposal")) {
            people.complete(review, Map.of("score", 82, "recommendation", "APPROVE", "comment", "ชัดเจน"));
        }
        people.complete(Role.AP, proposalId, "task_decideProposal",
                Map.of("decision", "APPROVE", "conditions", List.of(), "comment", "เห็นชอบ", "membersPresent", 12,
                        "votesFor", 12));
        assertThat(proposals.get(proposalId).state()).isIn(ProposalState.CONTRACTING, ProposalState.APPROVED);
        grantId = grants.visibleTo(people.actor(Role.PO)).stream()
                .filter(grant -> grant.proposalId().equals(proposalId))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    @Order(3)
    @DisplayName("3. The agreement is prepared and signed; its tranches sum to the grant (BR-02) and it takes effect on its day")
    void isAgreed() {
        clock.moveTo(LocalDate.of(2016, 4, 4));
        people.complete(Role.PO, grantId, "task_prepareAgreement",
                Map.of("number", "59-00-0001", "effectiveOn", "1 พ.ค. 2559", "conditionsMet", List.of()));
        people.complete(Role.GL, grantId, "task_signAgreementGrantee", Map.of("decision", "SIGN"));
        people.complete(Role.AP, grantId, "task_signAgreementFunder", Map.of("decision", "SIGN"));
        assertThat(grant().state()).isEqualTo(GrantState.SIGNED_BOTH);
        assertThat(plans.ofGrant(grantId)).isEmpty();
        clock.moveTo(FIRST_DAY);
        assertThat(grant().state()).isEqualTo(GrantState.EFFECTIVE);
        assertThat(grant().endsOn()).isEqualTo(LocalDate.of(2017, 10, 31));
        assertThat(Money.sum(grants.tranches(grantId).stream().map(tranche -> tranche.amount()).toList()))
                .isEqualTo(AMOUNT);
    }

    @Test
    @Order(4)
    @DisplayName("4. Plan, periods and tranches are laid out with the agreement")
    void isLaidOut() {
        assertThat(plans.ofGrant(grantId)).hasSize(32);
        assertThat(periods.ofGrant(grantId)).hasSize(3);
        assertThat(disbursements.tranches(grantId)).hasSize(4);
        assertThat(plans.ofGrant(grantId).stream().filter(o -> o.state() == OccurrenceState.READY))
                .extracting(Occurrence::activityCode)
                .containsExactlyInAnyOrder("4.1", "4.2", "4.3");
    }

    @Test
    @Order(5)
    @DisplayName("5. Tranche 1 waits for a verified bank account (BR-03), then is paid with two keys (SD2)")
    void isPaidTheFirstTranche() {
        clock.moveTo(LocalDate.of(2016, 5, 3));
        requestTranche();
        assertThat(unmet(1)).contains("BR-03");
        assertThat(people.refusals(Role.PO, grantId, "task_checkTrancheGates", passed()))
                .extracting(Problem::rule)
                .contains("BR-03");
        organisations
                .enterBankAccount(people.granteeId(), new NewBankAccount("ธนาคาร", "0123456789", "โครงการ"),
                        people.actor(Role.GF))
                .orElseThrow();
        organisations.verifyBankAccount(people.granteeId(), "0123456789", people.actor(Role.PO)).orElseThrow();
        pay(1);
        assertThat(disbursements.balance(grantId)).isEqualTo(tranche(1).paid());
        assertThat(tranche(1).paid()).isEqualTo(tranche(1).agreed());
    }

    @Test
    @Order(6)
    @DisplayName("6. Six months of activities are planned, approved, held, reported, checked and accepted; the centres record")
    void livesItsFirstPeriod() {
        live(LocalDate.of(2016, 11, 8));
        evidence.enterAndVerify(grant(), people, "volunteer_citizen", LocalDate.of(2016, 10, 20));
        Measurement volunteers = measured("IND6");
        assertThat(volunteers.actual()).isGreaterThan(volunteers.indicator().baseline());
        assertThat(plans.accepted(grantId)).hasSize(11);
    }

    @Test
    @Order(7)
    @DisplayName("7. The first period report is refused while unbalanced (BR-07), comes late, is returned once, and is frozen (BR-15)")
    void reportsItsFirstPeriod() {
        Map<String, Object> report = periodReport();
        report.put("bank", ((Money) report.get("bank")).plus(new Money(1)));
        assertThat(people.refusals(Role.GC, grantId, "task_draftPeriodReport", report))
                .extracting(Problem::rule)
                .contains("BR-07");
        clock.moveTo(LocalDate.of(2016, 12, 20));
        people.complete(Role.GC, grantId, "task_draftPeriodReport", periodReport());
        people.complete(Role.GL, grantId, "task_submitPeriodReport", Map.of("decision", "APPROVE"));
        people.complete(Role.MT, grantId, "task_checkPeriodReport",
                Map.of("decision", "RETURN", "comments", "ขอรายละเอียดเพิ่ม"));
        assertThat(period(1).state()).isEqualTo(PeriodReportState.RETURNED);
        assertThat(unmet(2)).as("BR-04: no money on a returned report").contains("BR-04");
        people.complete(Role.GC, grantId, "task_draftPeriodReport", periodReport());
        people.complete(Role.GL, grantId, "task_submitPeriodReport", Map.of("decision", "APPROVE"));
        acceptPeriod();
        assertThat(period(1).state()).isEqualTo(PeriodReportState.FROZEN);
        assertThat(period(1).daysLate(clock.today())).isEqualTo(20);
        assertThat(disbursements.balance(grantId)).isEqualTo(period(1).money().inHand());
    }

    @Test
    @Order(8)
    @DisplayName("8. The accepted report releases tranche 2 (BR-04)")
    void isPaidTheSecondTranche() {
        requestTranche();
        assertThat(unmet(2)).isEmpty();
        pay(2);
    }

    @Test
    @Order(9)
    @DisplayName("9. An evaluator without conflict assesses at mid-term; comments are answered, recommendations too (SD3, BR-26 to BR-29)")
    void isEvaluatedAtMidTerm() {
        live(LocalDate.of(2017, 1, 10));
        evaluate();
    }

    @Test
    @Order(10)
    @DisplayName("10. The second period is lived, reported and paid for")
    void livesItsSecondPeriod() {
        live(LocalDate.of(2017, 5, 12));
        reportPeriod();
        requestTranche();
        pay(3);
    }

    @Test
    @Order(11)
    @DisplayName("11. The last period ends with the final evaluation; all but the institute fee is settled (BR-49)")
    void livesItsLastPeriod() {
        live(LocalDate.of(2017, 10, 5));
        evaluate();
        live(LocalDate.of(2017, 11, 15));
        assertThat(grant().state()).isEqualTo(GrantState.WAITING_TO_CLOSE);
        assertThat(plans.ofGrant(grantId).stream().filter(occurrence -> !occurrence.state().settled()))
                .extracting(Occurrence::activityCode)
                .containsExactly("4.4");
        assertThat(people.refusals(Role.GC, grantId, "task_reportActivity", activityReport(fee())))
                .extracting(Problem::rule)
                .containsExactly("BR-49");
    }

    @Test
    @Order(12)
    @DisplayName("12. With the documents sent the fee is taken, the last report shows money laid out, the last tranche brings the "
            + "balance to zero, and the approver closes (BR-06, BR-08, BR-49)")
    void isClosed() {
        people.complete(Role.GC, grantId, "task_prepareCloseOut", Map.of(
                "finalReport", "บรรลุตามวัตถุประสงค์",
                "lessons", "ข้อมูลที่ตรวจแล้วทำให้ตัดสินใจได้เร็ว",
                "assets", List.of(),
                "noAssets", true,
                "auditor", "สำนักงานสอบบัญชีตัวอย่าง",
                "auditNote", "แสดงความเห็นอย่างไม่มีเงื่อนไข"));
        people.complete(Role.GL, grantId, "task_submitCloseOut", Map.of("decision", "APPROVE"));
        people.complete(Role.GC, grantId, "task_reportActivity", activityReport(fee()));
        people.complete(Role.MT, grantId, "task_checkActivityReport", Map.of("decision", "APPROVE"));
        people.complete(Role.PO, grantId, "task_acceptActivityReport", Map.of("decision", "APPROVE"));
        reportPeriod();
        assertThat(disbursements.balance(grantId).isNegative()).isTrue();
        people.complete(Role.PO, grantId, "task_checkCloseOut", Map.of("decision", "APPROVE"));
        requestTranche();
        pay(4);
        assertThat(disbursements.balance(grantId)).isEqualTo(Money.ZERO);
        people.complete(Role.AP, grantId, "task_closeGrant", Map.of("decision", "APPROVE"));
        assertThat(grant().state()).isEqualTo(GrantState.CLOSED);
    }

    @Test
    @Order(13)
    @DisplayName("13. In the end nothing is open, the books balance, and the trail holds")
    void leavesNothingOpen() {
        List<ProcessRun> runs = processes.ofCases(List.of(proposalId, grantId));
        assertThat(runs).hasSizeGreaterThan(40).noneMatch(ProcessRun::isOpen);
        assertThat(people.steps(grantId)).isEmpty();
        assertThat(people.steps(proposalId)).isEmpty();
        assertThat(Money.sum(disbursements.ledger(grantId).stream().map(LedgerEntry::amount).toList()))
                .isEqualTo(Money.ZERO);
        assertThat(disbursements.tranches(grantId)).allMatch(tranche -> tranche.state().isSettled());
        assertThat(disbursements.ledger(grantId).stream()
                        .filter(entry -> entry.kind() == EntryKind.TRANCHE_PAID))
                .as("each tranche was paid once")
                .hasSize(4)
                .extracting(LedgerEntry::trancheNo)
                .containsExactly(1, 2, 3, 4);
        assertThat(audit.verify(grantId).holds()).isTrue();
        assertThat(audit.verify(proposalId).holds()).isTrue();
    }

    @Test
    @Order(14)
    @DisplayName("14. The funder downloads the monitoring report in Thai and in English")
    void isReported() {
        for (Locale language : List.of(Locale.forLanguageTag("th"), Locale.ENGLISH)) {
            byte[] pdf = evidence.monitoringReport(grantId, people.actor(Role.FR), language);
            assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        }
    }

    // ---- what people write ----

    private Map<String, Object> proposalForm(Money amount) {
        List<Map<String, Object>> lines = new ArrayList<>();
        List<String> heads = people.costHeads();
        Money rest = AMOUNT;
        for (String activity : SHARES.keySet().stream().sorted().toList()) {
            Money share = activity.equals("4.4") ? rest : AMOUNT.percentRoundedDown(BigDecimal.valueOf(SHARES.get(activity)));
            rest = rest.minus(share);
            lines.add(Map.of("activity", activity, "costHead", heads.get(lines.size() % heads.size()), "amount",
                    share.toString()));
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("titleTh", "สานพลังประชารัฐจังหวัด");
        form.put("titleEn", "Provincial civic networks");
        form.put("summary", "เครือข่ายภาคีของ 82 ศูนย์");
        form.put("objectives", "ชุมชนเข้มแข็ง");
        form.put("durationMonths", 18);
        form.put("plannedStart", "1/5/2559");
        form.put("amount", amount.formatted());
        form.put("budget", lines);
        form.put("decision", "SUBMIT");
        return form;
    }

    /** Moves day by day and does the activities' tasks as they fall due. */
    private void live(LocalDate until) {
        for (LocalDate day = clock.today().plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            clock.moveTo(day);
            doActivities();
        }
    }

    /** First less than the activity's share, in the last period more: then the grantee has to lay money out. */
    @Override
    Money planned(Occurrence occurrence) {
        Money budget = Money.sum(grants.budget(grantId).stream()
                .filter(line -> line.activityCode().equals(occurrence.activityCode()))
                .map(BudgetLine::amount)
                .toList());
        long pieces = plans.ofGrant(grantId).stream()
                .filter(other -> other.activityCode().equals(occurrence.activityCode()))
                .count();
        int percent = pieces == 1 ? 100 : occurrence.periodNo() == 3 ? 110 : 82;
        return new Money(budget.satang() / pieces).percentRoundedDown(BigDecimal.valueOf(percent));
    }
}
