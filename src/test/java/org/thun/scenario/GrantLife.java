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
import org.thun.activities.ActivityPlans;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.audit.AuditTrail;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.EntryKind;
import org.thun.disbursement.LedgerEntry;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheState;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.Role;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.parties.Organisations;
import org.thun.parties.Organisations.NewBankAccount;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReportState;
import org.thun.progress.PeriodReports;
import org.thun.proposals.ProposalState;
import org.thun.proposals.Proposals;
import org.thun.proposals.Proposals.NewProposal;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.tasks.FactSheet.Check;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk.TaskView;
import org.thun.tasks.TaskPage.Option;
import org.thun.workflow.ProcessRun;
import org.thun.workflow.Processes;
import org.thun.workflow.TrainingClock;

/**
 * The whole life of the reference programme's grant, in numbered steps over eighteen months: everything by the inbox and the
 * forms, as its people do it, on the training clock. A step needs the steps before it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GrantLife {

    private static final String PROGRAMME = "ldi-pracharath-2";
    private static final Money AMOUNT = Money.parse("10000000.01");
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 5, 1);
    private static final Map<String, Integer> SHARES = Map.ofEntries(
            Map.entry("1.1", 12), Map.entry("1.2", 12), Map.entry("2.1", 9), Map.entry("2.3", 6), Map.entry("2.4", 6),
            Map.entry("3.1", 12), Map.entry("3.2", 12), Map.entry("3.3", 8), Map.entry("4.1", 6), Map.entry("4.2", 9),
            Map.entry("4.3", 5), Map.entry("4.4", 3));

    @Autowired
    TrainingClock clock;

    @Autowired
    Company people;

    @Autowired
    Proposals proposals;

    @Autowired
    Grants grants;

    @Autowired
    ActivityPlans plans;

    @Autowired
    PeriodReports periods;

    @Autowired
    Disbursements disbursements;

    @Autowired
    IndicatorQueries indicators;

    @Autowired
    Organisations organisations;

    @Autowired
    Processes processes;

    @Autowired
    AuditTrail audit;

    @Autowired
    EvidenceOfLife evidence;

    private String proposalId;
    private String grantId;

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
        evidence.enterAndVerify(grant(), people, LocalDate.of(2016, 10, 20));
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
            boolean moved = true;
            while (moved) {
                moved = false;
                for (OpenTask task : people.openTasks(grantId)) {
                    moved |= doActivityTask(task, day);
                }
            }
        }
    }

    private boolean doActivityTask(OpenTask task, LocalDate today) {
        switch (task.elementId()) {
            case "task_planActivity" -> people.complete(task, activityPlan(task));
            case "task_approveActivity", "task_approveActivityByBoard", "task_checkActivityReport",
                    "task_acceptActivityReport" ->
                people.complete(task, Map.of("decision", "APPROVE"));
            case "task_reportActivity" -> {
                Occurrence occurrence = occurrence(task);
                if (!today.isAfter(occurrence.plannedDays().to()) || occurrence.id().equals(fee().id())) {
                    return false;
                }
                people.complete(task, activityReport(occurrence));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The institute fee, which waits for the close-out documents. */
    private Occurrence fee() {
        return plans.ofGrant(grantId).stream()
                .filter(occurrence -> occurrence.activityCode().equals("4.4"))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> activityPlan(OpenTask task) {
        Occurrence occurrence = occurrence(task);
        LocalDate first = occurrence.days().from().plusDays(2);
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("intent", "HOLD");
        plan.put("firstDay", first.toString());
        plan.put("lastDay", (occurrence.mark() ? first.plusDays(1) : occurrence.days().to()).toString());
        plan.put("place", "เชียงใหม่");
        plan.put("centres", List.of());
        plan.put("budget", planned(occurrence).toString());
        plan.put("participants", 40);
        plan.put("openChecks", "เตรียมต่อก่อนวันจัด");
        return plan;
    }

    private Map<String, Object> activityReport(Occurrence occurrence) {
        String head = grants.budget(grantId).stream()
                .filter(line -> line.activityCode().equals(occurrence.activityCode()))
                .map(BudgetLine::costHead)
                .findFirst()
                .orElseThrow();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("firstDay", occurrence.plannedDays().from().toString());
        report.put("lastDay", occurrence.plannedDays().to().toString());
        report.put("participants", 38);
        report.put("outputs", "ครบตามแผน");
        report.put("narrative", "แลกเปลี่ยนเรียนรู้");
        report.put("costs", List.of(Map.of("costHead", head, "amount", occurrence.plannedBudget().toString())));
        report.put("evidence", "ใบลงทะเบียน ใบเสร็จ");
        return report;
    }

    /** First less than the activity's share, in the last period more: then the grantee has to lay money out. */
    private Money planned(Occurrence occurrence) {
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

    private void reportPeriod() {
        people.complete(Role.GC, grantId, "task_draftPeriodReport", periodReport());
        people.complete(Role.GL, grantId, "task_submitPeriodReport", Map.of("decision", "APPROVE"));
        acceptPeriod();
    }

    private void acceptPeriod() {
        people.complete(Role.MT, grantId, "task_checkPeriodReport", Map.of("decision", "APPROVE", "opinion", "LIKELY"));
        people.complete(Role.PO, grantId, "task_acceptPeriodReport", Map.of("decision", "APPROVE"));
    }

    private Map<String, Object> periodReport() {
        Map<String, Object> begun =
                people.view(Role.GC, grantId, "task_draftPeriodReport").page().values();
        Money carried = (Money) begun.get("carriedForward");
        Money received = (Money) begun.get("received");
        Money interest = Money.parse("12.34");
        Money spent = Money.ZERO;
        List<Map<String, Object>> expenses = new ArrayList<>();
        for (Map<String, Object> line : rows(begun.get("expenses"))) {
            spent = spent.plus((Money) line.get("amount"));
            expenses.add(Map.of("activityCode", line.get("activityCode"), "costHead", line.get("costHead"), "amount",
                    line.get("amount").toString()));
        }
        List<Map<String, Object>> narrative = new ArrayList<>();
        for (Map<String, Object> line : rows(begun.get("activities"))) {
            narrative.add(Map.of("activityCode", line.get("activityCode"), "percent", 90, "result", "ตามแผน"));
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("standing", "ON_PLAN");
        report.put("summary", "ตามแผน");
        report.put("activities", narrative);
        report.put("nextPlan", "ตามแผนเดิม");
        report.put("carriedForward", carried.toString());
        report.put("received", received.toString());
        report.put("interest", interest.toString());
        report.put("otherIncome", "0");
        report.put("expenses", expenses);
        report.put("cash", "0");
        report.put("bank", carried.plus(received).plus(interest).minus(spent));
        report.put("nextForecast", AMOUNT.toString());
        return report;
    }

    private void requestTranche() {
        people.completeBegun(Role.GF, grantId, "task_requestTranche", begun -> {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("choice", "ASK");
            request.put("amount", begun.get("amount"));
            request.put("purpose", "กิจกรรมงวดถัดไป");
            request.put("nextActivities", "ตามแผน");
            return request;
        });
        people.complete(Role.GL, grantId, "task_signTrancheRequest", Map.of("decision", "SIGN"));
    }

    private Map<String, Object> passed() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("decision", "PASS");
        form.put("amount", people.view(Role.PO, grantId, "task_checkTrancheGates").page().values().get("amount"));
        return form;
    }

    private void pay(int trancheNo) {
        people.complete(Role.PO, grantId, "task_checkTrancheGates", passed());
        people.complete(Role.FM, grantId, "task_makeVoucher",
                Map.of("voucherNo", "ฎ." + trancheNo, "voucherOn", clock.today().toString()));
        assertThat(people.tasksOf(Role.FM, grantId, "task_approvePayment")).as("SD2").isEmpty();
        people.complete(Role.FA, grantId, "task_approvePayment", Map.of("decision", "APPROVE"));
        people.complete(Role.AP, grantId, "task_approvePaymentSecondKey",
                Map.of("decision", "APPROVE", "resolutionNo", "1/" + trancheNo));
        people.complete(Role.FM, grantId, "task_recordPayment",
                Map.of("result", "PAID", "bankReference", "TR-" + trancheNo, "paidOn", clock.today().toString()));
        people.completeBegun(Role.GF, grantId, "task_confirmReceipt", begun -> Map.of(
                "receiptNo", "ร." + trancheNo, "receiptedOn", clock.today().toString(), "amount", tranche(trancheNo).paid()));
        assertThat(tranche(trancheNo).state()).isEqualTo(TrancheState.RECEIPTED);
    }

    private void evaluate() {
        TaskView assignment = people.view(Role.EM, grantId, "task_assignEvaluator");
        people.complete(Role.EM, grantId, "task_assignEvaluator",
                Map.of("evaluatorId", options(assignment, "evaluators").get(0)));
        people.complete(Role.EV, grantId, "task_declareConflict",
                Map.of("conflict", "NONE", "answer", "ACCEPT", "words", "ไม่มี", "signed", true));
        TaskView assessment = people.view(Role.EV, grantId, "task_fileAssessment");
        people.complete(Role.EV, grantId, "task_fileAssessment", assessment(assessment));
        people.complete(Role.GL, grantId, "task_commentFacts", Map.of("comments", List.of(Map.of("text", "จำนวนผู้ร่วมคือ 38"))));
        Map<String, Object> finished = assessment(assessment);
        finished.put("answers", List.of(Map.of("no", 1, "answer", "แก้ไขแล้ว")));
        people.complete(Role.EV, grantId, "task_finaliseAssessment", finished);
        people.complete(Role.EM, grantId, "task_approveAssessment", Map.of("decision", "APPROVE"));
        people.complete(Role.GL, grantId, "task_answerRecommendations", Map.of("answers", List.of(Map.of(
                "no", 1, "answer", "ACCEPT", "reason", "เห็นด้วย", "dueOn", clock.today().plusDays(60).toString()))));
    }

    private Map<String, Object> assessment(TaskView view) {
        List<Map<String, Object>> ratings = new ArrayList<>();
        List<String> levels = options(view, "levels");
        for (String criterion : options(view, "criteria")) {
            ratings.add(Map.of("criterion", criterion, "level", levels.get(levels.size() - 1), "reason", "มีหลักฐาน"));
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("method", "ทบทวนเอกสาร สัมภาษณ์");
        form.put("findings", "กลไกเข้มแข็ง");
        form.put("ratings", ratings);
        form.put("overallLevel", levels.get(levels.size() - 1));
        form.put("overallReason", "ผลงานดี");
        form.put("recommendations", List.of(Map.of("text", "ขยายผล", "importance", "NORMAL", "dueOn",
                clock.today().plusDays(90).toString())));
        return form;
    }

    // ---- looking things up ----

    private Grant grant() {
        return grants.get(grantId);
    }

    private PeriodReport period(int no) {
        return periods.find(grantId, no).orElseThrow();
    }

    private Tranche tranche(int no) {
        return disbursements.tranche(grantId, no).orElseThrow();
    }

    private List<String> unmet(int trancheNo) {
        return disbursements.gates(grantId, trancheNo).checks().stream()
                .filter(check -> !check.met())
                .map(Check::rule)
                .toList();
    }

    private Measurement measured(String indicator) {
        return indicators.measure(grant(), clock.today()).stream()
                .filter(measurement -> measurement.indicator().id().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private Occurrence occurrence(OpenTask task) {
        return plans.ofGrant(grantId).stream()
                .filter(occurrence -> occurrence.id().equals(task.businessKey()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> options(TaskView view, String key) {
        return view.page().options().get(key).stream().map(Option::value).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Object list) {
        return (List<Map<String, Object>>) list;
    }
}
