package org.thun.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.activities.PlanChanges;
import org.thun.amendments.Amendment;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.AmendmentDesk.Description;
import org.thun.amendments.AmendmentDesk.Offer;
import org.thun.amendments.AmendmentKind;
import org.thun.amendments.AmendmentState;
import org.thun.amendments.Part;
import org.thun.audit.AuditEntry;
import org.thun.closeout.CloseOutDossier;
import org.thun.closeout.CloseOutState;
import org.thun.closeout.ClosingDesk;
import org.thun.disbursement.EntryKind;
import org.thun.disbursement.LedgerEntry;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheState;
import org.thun.grants.AgreementChanges;
import org.thun.grants.AgreementVersion;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.grants.Grants.NewGrant;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.indicators.Measurement;
import org.thun.parties.Organisations.NewBankAccount;
import org.thun.programmes.PhasePoint;
import org.thun.programmes.Programmes;
import org.thun.programmes.ReportingPolicy.EscalationStep;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodDossier.LateDecision;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReporting;
import org.thun.progress.PeriodReportState;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.workflow.ProcessRun;

/**
 * What befalls the reference grant between signature and archive: a report 40 days late and one of 97, a standstill of
 * twenty days, a raised target, a cancelled activity, another coordinator, three more months, money left over. In numbered
 * steps on the training clock, by the inbox and the forms; a step needs the steps before it. All amounts are written out, so
 * that none is compared with what the same code would compute.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EighteenMonths extends GrantScenario {

    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 5, 1);
    private static final LocalDate FIRST_END = LocalDate.of(2017, 10, 31);
    private static final List<BudgetLine> BUDGET = List.of(
            line("1.1", "services", "1200000"), line("1.2", "services", "1200000"), line("2.1", "services", "900000"),
            line("2.3", "services", "600000"), line("2.4", "services", "600000"), line("3.1", "materials", "1200000"),
            line("3.2", "materials", "1200000"), line("3.3", "materials", "800000"), line("4.1", "utilities", "600000"),
            line("4.2", "remuneration", "900000"), line("4.3", "services", "500000"),
            line("4.4", "remuneration", "300000.01"));

    /** What one occurrence of each activity costs: the bars together 2,175,000.25 in every period. */
    private static final Map<String, String> COSTS = Map.ofEntries(
            Map.entry("1.1", "420000"), Map.entry("2.4", "210000.50"), Map.entry("1.2", "330000"),
            Map.entry("2.1", "250000"), Map.entry("2.3", "165000"), Map.entry("3.1", "330000"),
            Map.entry("3.2", "330000"), Map.entry("3.3", "220000"), Map.entry("4.1", "165000.25"),
            Map.entry("4.2", "250000"), Map.entry("4.3", "135000"), Map.entry("4.4", "300000.01"));

    /** What a bar costs in the added months, 90,000 together. */
    private static final Money ADDED_MONTHS = Money.parse("10000");

    /** The third round, which the grant can only hold with what the cancelled workshop releases. */
    private static final Money THIRD_ROUND = Money.parse("480000");

    @Autowired
    Programmes programmes;

    @Autowired
    AmendmentDesk amendments;

    @Autowired
    AgreementChanges agreements;

    @Autowired
    PlanChanges planChanges;

    @Autowired
    PeriodReporting reporting;

    @Autowired
    ClosingDesk closing;

    @Autowired
    PlatformTransactionManager transactions;

    private String formerCoordinator;

    @Test
    @Order(1)
    @DisplayName("1. The agreement takes effect: plan, periods and tranches are laid out to the satang (BR-02, BR-41)")
    void takesEffect() {
        clock.beginOn(LocalDate.of(2016, 4, 4));
        people.hire(PROGRAMME);
        formerCoordinator = people.actor(Role.GC).accountId();
        NewGrant grant = new NewGrant(Ids.next(), PROGRAMME, programmes.currentVersionNo(PROGRAMME).orElseThrow(),
                people.granteeId(), people.actor(Role.GL).accountId(),
                new LocalizedText("สานพลังประชารัฐจังหวัด", "Provincial civic networks"), Money.parse("10000000.01"), 18,
                BUDGET, true);
        grantId = new TransactionTemplate(transactions).execute(status -> grants.open(grant, Actor.SYSTEM));
        people.complete(Role.PO, grantId, "task_prepareAgreement",
                Map.of("number", "59-00-0018", "effectiveOn", "๑ พ.ค. ๒๕๕๙", "conditionsMet", List.of()));
        people.complete(Role.GL, grantId, "task_signAgreementGrantee", Map.of("decision", "SIGN"));
        people.complete(Role.AP, grantId, "task_signAgreementFunder", Map.of("decision", "SIGN"));

        clock.moveTo(FIRST_DAY);
        assertThat(grant().state()).isEqualTo(GrantState.EFFECTIVE);
        assertThat(grant().endsOn()).isEqualTo(FIRST_END);
        assertThat(plans.ofGrant(grantId)).hasSize(32);
        assertThat(periods.ofGrant(grantId)).extracting(PeriodReport::dueOn).containsExactly(
                LocalDate.of(2016, 11, 30), LocalDate.of(2017, 5, 30), LocalDate.of(2017, 11, 30));
        assertThat(disbursements.tranches(grantId)).extracting(Tranche::agreed).containsExactly(
                Money.parse("3000000.00"), Money.parse("3000000.00"), Money.parse("2500000.00"), Money.parse("1500000.01"));
    }

    @Test
    @Order(2)
    @DisplayName("2. The first tranche is paid")
    void isPaidTheFirstTranche() {
        clock.moveTo(LocalDate.of(2016, 5, 3));
        organisations.enterBankAccount(people.granteeId(), new NewBankAccount("ธนาคาร", "0123456789", "โครงการ"),
                people.actor(Role.GF)).orElseThrow();
        organisations.verifyBankAccount(people.granteeId(), "0123456789", people.actor(Role.PO)).orElseThrow();
        requestTranche();
        pay(1);
        assertThat(disbursements.balance(grantId)).isEqualTo(Money.parse("3000000.00"));
    }

    @Test
    @Order(3)
    @DisplayName("3. Half a year is lived; the facilitators of a centre are verified and counted (BR-17)")
    void livesTheFirstPeriod() {
        live(LocalDate.of(2016, 10, 25));
        evidence.enterAndVerify(grant(), people, "facilitator", LocalDate.of(2016, 10, 20));
        live(LocalDate.of(2016, 11, 2));
        assertThat(plans.accepted(grantId)).hasSize(11);
        assertThat(measured("IND4").actual()).isEqualByComparingTo("508");
        assertThat(measured("IND4").percentOfTarget()).isEqualByComparingTo("5.08");
    }

    @Test
    @Order(4)
    @DisplayName("4. The first report comes 40 days late: reminded of each day once, called about once, and accepted (BR-13, BR-14)")
    void reportsFortyDaysLate() {
        live(LocalDate.of(2016, 12, 29));
        assertThat(people.waiting(grantId, "task_callGrantee")).isEmpty();
        live(LocalDate.of(2017, 1, 3));
        assertThat(people.waiting(grantId, "task_callGrantee")).hasSize(1);
        call("มาลี", LocalDate.of(2017, 1, 9));
        live(LocalDate.of(2017, 1, 9));
        assertThat(people.waiting(grantId, "task_callGrantee")).isEmpty();
        assertThat(dossier(1).overdueSince()).isEqualTo(LocalDate.of(2016, 12, 1));
        reportPeriod();

        assertThat(period(1).state()).isEqualTo(PeriodReportState.FROZEN);
        assertThat(period(1).daysLate(clock.today())).isEqualTo(40);
        assertThat(offsets(1)).containsExactly(-30, -7, -2, 0, 1, 7, 15, 30);
        assertThat(period(1).money().expense()).isEqualTo(Money.parse("2805000.75"));
        assertThat(period(1).money().inHand()).isEqualTo(Money.parse("195011.59"));
        assertThat(disbursements.balance(grantId)).isEqualTo(Money.parse("195011.59"));
        assertThat(frozen(1, "IND4").target()).isEqualByComparingTo("10000");
        assertThat(frozen(1, "IND4").percentOfTarget()).isEqualByComparingTo("5.08");
    }

    @Test
    @Order(5)
    @DisplayName("5. The accepted report releases the second tranche; the mid-term evaluation is done (BR-04)")
    void isPaidTheSecondTranche() {
        live(LocalDate.of(2017, 1, 11));
        requestTranche();
        assertThat(unmet(2)).isEmpty();
        pay(2);
        assertThat(disbursements.balance(grantId)).isEqualTo(Money.parse("3195011.59"));
        evaluate();
    }

    @Test
    @Order(6)
    @DisplayName("6. The funder suspends for twenty days and gives them back: nothing comes up meanwhile, the end comes later")
    void standsStillForTwentyDays() {
        live(LocalDate.of(2017, 2, 1));
        funderAmends("ขอตรวจสอบข้อเท็จจริง", new Part.Suspension());
        assertThat(grant().state()).isEqualTo(GrantState.SUSPENDED);
        assertThat(unmet(3)).contains("BR-04");
        List<String> waiting = people.steps(grantId);

        clock.moveTo(LocalDate.of(2017, 2, 21));
        assertThat(people.steps(grantId)).as("nothing comes up while it stands still").isEqualTo(waiting);
        funderAmends("ตรวจสอบแล้ว", new Part.Resumption(true));

        assertThat(grant().state()).isEqualTo(GrantState.EFFECTIVE);
        assertThat(grant().endsOn()).isEqualTo(LocalDate.of(2017, 11, 20));
        assertThat(grant().durationMonths()).isEqualTo(18);
        assertThat(period(3).days().to()).isEqualTo(LocalDate.of(2017, 11, 20));
        assertThat(period(3).dueOn()).isEqualTo(LocalDate.of(2017, 12, 20));
        assertThat(grant().agreementVersion()).isEqualTo(3);
    }

    @Test
    @Order(7)
    @DisplayName("7. A target is raised from 10,000 to 12,000: what is dated before keeps the old percentage (BR-25)")
    void raisesATarget() {
        live(LocalDate.of(2017, 3, 15));
        Amendment amendment = amend("พื้นที่ขยายตัว", new Part.Target("IND4", null, new BigDecimal("12000")));
        assertThat(amendment.agreementVersion()).isEqualTo(4);

        assertThat(at("IND4", LocalDate.of(2017, 3, 14)).target()).isEqualByComparingTo("10000");
        assertThat(at("IND4", LocalDate.of(2017, 3, 14)).percentOfTarget()).isEqualByComparingTo("5.08");
        assertThat(at("IND4", LocalDate.of(2017, 3, 15)).target()).isEqualByComparingTo("12000");
        assertThat(at("IND4", LocalDate.of(2017, 3, 15)).baseline()).as("nobody spoke of it").isEqualByComparingTo("488");
        assertThat(at("IND4", LocalDate.of(2017, 3, 15)).percentOfTarget()).isEqualByComparingTo("4.23");
        assertThat(frozen(1, "IND4").target()).as("BR-15").isEqualByComparingTo("10000");
    }

    @Test
    @Order(8)
    @DisplayName("8. A workshop is cancelled: its bar stays, crossed, and its money waits in the pool")
    void cancelsAnActivity() {
        live(LocalDate.of(2017, 3, 20));
        Occurrence workshop = occurrence("2.4", 2);
        amend("สถานที่ใช้ไม่ได้",
                new Part.PlanCancel(workshop.id(), "อบรมทางไกลแทน ไม่กระทบเป้าหมาย", "services", Money.parse("380000")));
        assertThat(occurrence("2.4", 2).state()).isEqualTo(OccurrenceState.CANCELLED);
        assertThat(plans.ofGrant(grantId)).as("the bar stays").hasSize(32);
        assertThat(planChanges.pool(grantId))
                .containsExactly(new PlanChanges.Pooled("2.4", "services", Money.parse("380000")));
    }

    @Test
    @Order(9)
    @DisplayName("9. Another coordinator: open tasks follow the post, who leaves loses access the same day and keeps the history")
    void changesTheCoordinator() {
        live(LocalDate.of(2017, 6, 1));
        OpenTask draft = people.waiting(grantId, "task_draftPeriodReport").get(0);
        String newcomer = people.newcomer("coordinator");
        assertThat(people.canDo(formerCoordinator, draft)).isTrue();
        assertThat(people.canDo(newcomer, draft)).isFalse();

        amend("ผู้ประสานงานเดิมลาออก",
                new Part.People(Role.GC, formerCoordinator, people.person(newcomer).username()));
        people.takeOver(Role.GC, newcomer);

        assertThat(people.canDo(newcomer, draft)).isTrue();
        assertThat(people.canDo(formerCoordinator, draft)).isFalse();
        assertThat(grants.find(grantId, people.person(newcomer))).isPresent();
        assertThat(grants.find(grantId, people.person(formerCoordinator))).isEmpty();
        assertThat(audit.stream(grantId))
                .filteredOn(entry -> entry.command().equals("periodReport.draft"))
                .extracting(AuditEntry::accountId)
                .containsExactly(formerCoordinator);
    }

    @Test
    @Order(10)
    @DisplayName("10. The second report stays away for 97 days: call, proposal to suspend and director once each; no extension meanwhile")
    void reportsNinetySevenDaysLate() {
        live(LocalDate.of(2017, 7, 3));
        assertThat(escalations()).containsExactly("task_callGrantee");
        call("สมชาย", null);
        assertThat(offer(AmendmentKind.TIME).against().rule()).isEqualTo("BR-34");

        live(LocalDate.of(2017, 7, 31));
        assertThat(escalations()).containsExactly("task_proposeSuspension");
        people.complete(Role.PO, grantId, "task_proposeSuspension", wait("2017-08-20"));
        live(LocalDate.of(2017, 8, 29));
        assertThat(escalations()).containsExactly("task_decideLateReport");
        people.complete(Role.AP, grantId, "task_decideLateReport", wait("2017-09-05"));
        live(LocalDate.of(2017, 9, 4));
        assertThat(escalations()).isEmpty();
        reportPeriod();

        assertThat(period(2).state()).isEqualTo(PeriodReportState.FROZEN);
        assertThat(period(2).daysLate(clock.today())).isEqualTo(97);
        assertThat(offsets(2)).containsExactly(-30, -7, -2, 0, 1, 7, 15, 30, 60, 90);
        assertThat(dossier(2).calls()).hasSize(1);
        assertThat(dossier(2).escalations())
                .extracting(PeriodDossier.Escalated::step, PeriodDossier.Escalated::decision)
                .containsExactly(
                        tuple(EscalationStep.SUSPENSION_PROPOSAL, LateDecision.WAIT),
                        tuple(EscalationStep.DIRECTOR, LateDecision.WAIT));
        assertThat(period(2).money().carriedForward()).isEqualTo(Money.parse("195011.59"));
        assertThat(period(2).money().received()).isEqualTo(Money.parse("3000000.00"));
        assertThat(period(2).money().expense()).isEqualTo(Money.parse("2595000.25"));
        assertThat(disbursements.balance(grantId)).isEqualTo(Money.parse("600023.68"));
        assertThat(frozen(2, "IND4").target()).isEqualByComparingTo("12000");
        assertThat(frozen(2, "IND4").percentOfTarget()).isEqualByComparingTo("4.23");
    }

    @Test
    @Order(11)
    @DisplayName("11. A baht more than 80 percent of the second tranche is spent: the third is paid in full (BR-04)")
    void isPaidTheThirdTranche() {
        live(LocalDate.of(2017, 9, 6));
        requestTranche();
        assertThat(unmet(3)).isEmpty();
        pay(3);
        assertThat(tranche(3).paid()).isEqualTo(Money.parse("2500000.00"));
        assertThat(disbursements.balance(grantId)).isEqualTo(Money.parse("3100023.68"));
    }

    @Test
    @Order(12)
    @DisplayName("12. Three more months: 19 to 21 appear, due days and phases shift, the original end stays, no new money (BR-34)")
    void extendsToMonthTwentyOne() {
        live(LocalDate.of(2017, 9, 11));
        Amendment amendment = amend("จัดรุ่นที่ 3 ให้ครบตามข้อเสนอ", new Part.Time(3, true), new Part.PlanAdd("1.1", 20, 20),
                new Part.Shift("2.4", "services", "1.1", "services", Money.parse("200000"), false));

        assertThat(amendment.late()).isFalse();
        assertThat(grant().durationMonths()).isEqualTo(21);
        assertThat(grant().endsOn()).as("with the twenty days").isEqualTo(LocalDate.of(2018, 2, 20));
        assertThat(grant().amount()).isEqualTo(Money.parse("10000000.01"));
        assertThat(Money.sum(grants.budget(grantId).stream().map(BudgetLine::amount).toList()))
                .isEqualTo(Money.parse("10000000.01"));
        assertThat(agreements.versions(grantId)).extracting(AgreementVersion::endsOn)
                .startsWith(FIRST_END)
                .endsWith(LocalDate.of(2018, 2, 20))
                .hasSize(7);
        assertThat(period(3).days().to()).isEqualTo(LocalDate.of(2018, 2, 20));
        assertThat(period(3).dueOn()).isEqualTo(LocalDate.of(2018, 3, 22));
        assertThat(plans.ofGrant(grantId)).filteredOn(occurrence -> occurrence.lastMonth() == 21)
                .as("work under way goes on in occurrences of its own: what is approved keeps its days")
                .allMatch(occurrence -> occurrence.firstMonth() == 19 && occurrence.periodNo() == 3)
                .extracting(Occurrence::activityCode)
                .containsExactlyInAnyOrder("1.2", "2.1", "2.3", "3.1", "3.2", "3.3", "4.1", "4.2", "4.3");
        assertThat(occurrence("4.1", 3).lastMonth()).isEqualTo(18);
        assertThat(occurrence("1.1", 3).firstMonth()).isEqualTo(20);
        assertThat(fee().firstMonth()).as("BR-49: the fee keeps its month").isEqualTo(18);
        assertThat(planChanges.pool(grantId))
                .containsExactly(new PlanChanges.Pooled("2.4", "services", Money.parse("180000")));
        assertThat(phases(LocalDate.of(2017, 9, 10))).containsExactly(6, 12, 18);
        assertThat(phases(LocalDate.of(2017, 9, 11))).containsExactly(7, 14, 21);
    }

    @Test
    @Order(13)
    @DisplayName("13. The added months are lived: the third round is held with the money of the pool; the term ends later")
    void livesTheAddedMonths() {
        live(LocalDate.of(2017, 10, 5));
        evaluate();
        live(LocalDate.of(2018, 2, 20));
        assertThat(grant().state()).isEqualTo(GrantState.EFFECTIVE);
        assertThat(occurrence("1.1", 3).acceptedCost()).isEqualTo(THIRD_ROUND);
        assertThat(occurrence("4.1", 4).acceptedCost()).isEqualTo(ADDED_MONTHS);
        live(LocalDate.of(2018, 2, 22));
        assertThat(grant().state()).isEqualTo(GrantState.WAITING_TO_CLOSE);
        assertThat(plans.ofGrant(grantId)).filteredOn(occurrence -> !occurrence.state().settled())
                .extracting(Occurrence::activityCode)
                .containsExactly("4.4");
    }

    @Test
    @Order(14)
    @DisplayName("14. The last report, in time, and the documents show what is left: 55,035.76 (BR-07, BR-08, BR-49)")
    void accountsForEverything() {
        clock.moveTo(LocalDate.of(2018, 3, 1));
        people.complete(Role.GC, grantId, "task_prepareCloseOut", Map.of(
                "finalReport", "บรรลุตามวัตถุประสงค์", "lessons", "รายงานช้าเพราะรอใบเสร็จ",
                "assets", List.of(Map.of("name", "คอมพิวเตอร์", "quantity", 1, "amount", "25,000", "keeper", "สถาบัน")),
                "noAssets", false, "auditor", "สำนักงานสอบบัญชีตัวอย่าง", "auditNote", "ไม่มีเงื่อนไข"));
        people.complete(Role.GL, grantId, "task_submitCloseOut", APPROVE);
        people.complete(Role.GC, grantId, "task_reportActivity", activityReport(fee()));
        people.complete(Role.MT, grantId, "task_checkActivityReport", APPROVE);
        people.complete(Role.PO, grantId, "task_acceptActivityReport", APPROVE);
        reportPeriod();

        assertThat(period(3).daysLate(clock.today())).isEqualTo(-21);
        assertThat(period(3).money().expense()).isEqualTo(Money.parse("3045000.26"));
        assertThat(period(3).money().inHand()).isEqualTo(Money.parse("55035.76"));
        assertThat(disbursements.balance(grantId)).isEqualTo(Money.parse("55035.76"));
        people.complete(Role.PO, grantId, "task_checkCloseOut", APPROVE);
        assertThat(closeOut().state()).isEqualTo(CloseOutState.REFUND_DUE);
        assertThat(tranche(4).state()).isEqualTo(TrancheState.SKIPPED);
    }

    @Test
    @Order(15)
    @DisplayName("15. The rest comes back in two parts, to the satang, and the approver closes (BR-06, BR-37)")
    void isClosedAfterTheRefund() {
        assertThat(people.refusals(Role.GF, grantId, "task_payRefund", refund("55035.77")))
                .extracting(Problem::rule)
                .containsExactly("BR-08");
        for (String part : List.of("30000", "25,035.76")) {
            people.complete(Role.GF, grantId, "task_payRefund", refund(part));
            people.complete(Role.FM, grantId, "task_confirmRefund", APPROVE);
        }
        assertThat(disbursements.balance(grantId)).isEqualTo(Money.ZERO);
        people.complete(Role.AP, grantId, "task_closeGrant", APPROVE);
        assertThat(grant().state()).isEqualTo(GrantState.CLOSED);
        assertThat(closeOut().state()).isEqualTo(CloseOutState.CLOSED);
    }

    @Test
    @Order(16)
    @DisplayName("16. In the end nothing is open, the books are even, every amendment is in force, and the trail holds")
    void leavesNothingOpen() {
        assertThat(processes.ofCases(List.of(grantId))).hasSizeGreaterThan(40).noneMatch(ProcessRun::isOpen);
        assertThat(people.steps(grantId)).isEmpty();
        List<LedgerEntry> ledger = disbursements.ledger(grantId);
        assertThat(Money.sum(ledger.stream().map(LedgerEntry::amount).toList())).isEqualTo(Money.ZERO);
        assertThat(ledger).filteredOn(entry -> entry.kind() == EntryKind.TRANCHE_PAID)
                .extracting(LedgerEntry::trancheNo, LedgerEntry::amount)
                .containsExactly(tuple(1, Money.parse("3000000")), tuple(2, Money.parse("3000000")),
                        tuple(3, Money.parse("2500000")));
        assertThat(disbursements.tranches(grantId)).allMatch(tranche -> tranche.state().isSettled());
        assertThat(amendments.ofGrant(grant(), people.actor(Role.AU))).hasSize(6)
                .allMatch(amendment -> amendment.state() == AmendmentState.IN_FORCE);
        List<String> commands = audit.stream(grantId).stream().map(AuditEntry::command).toList();
        assertThat(commands).filteredOn("periodReport.overdue"::equals).as("two reports, each once").hasSize(2);
        assertThat(commands).filteredOn("grant.suspend"::equals).hasSize(1);
        assertThat(commands).filteredOn("grant.resume"::equals).hasSize(1);
        assertThat(commands).filteredOn("activity.cancel"::equals).hasSize(1);
        assertThat(commands).filteredOn("grant.close"::equals).hasSize(1);
        assertThat(audit.verify(grantId).holds()).isTrue();
    }

    // ---- what people do ----

    /** Moves from month to month, as the plan does, and does the activities' tasks that have come up. */
    private void live(LocalDate until) {
        while (clock.today().isBefore(until)) {
            LocalDate nextMonth = clock.today().withDayOfMonth(1).plusMonths(1);
            clock.moveTo(nextMonth.isBefore(until) ? nextMonth : until);
            doActivities();
        }
    }

    @Override
    Money planned(Occurrence occurrence) {
        if (occurrence.firstMonth() > 18) {
            return occurrence.mark() ? THIRD_ROUND : ADDED_MONTHS;
        }
        return Money.parse(COSTS.get(occurrence.activityCode()));
    }

    private void call(String with, LocalDate promised) {
        people.complete(Role.PO, grantId, "task_callGrantee", promised == null
                ? Map.of("calledOn", clock.today().toString(), "spokeWith", with, "outcome", "ไม่รับปาก")
                : Map.of("calledOn", clock.today().toString(), "spokeWith", with, "outcome", "จะส่งตามวัน",
                        "promisedOn", promised.toString()));
    }

    private static Map<String, Object> wait(String until) {
        return Map.of("decision", "WAIT", "reason", "ผู้ประสานงานคนใหม่กำลังจัดทำ", "until", until);
    }

    private Map<String, Object> refund(String amount) {
        return Map.of("paidOn", clock.today().toString(), "reference", "RET-1", "amount", amount);
    }

    /** Drafted by the coordinator, sent by the lead, decided by whoever has to. */
    private Amendment amend(String reason, Part... parts) {
        Actor coordinator = people.actor(Role.GC);
        String id = amendments.begin(grant(), parts[0], coordinator).orElseThrow();
        for (int i = 1; i < parts.length; i++) {
            assertThat(amendments.add(grant(), id, parts[i], coordinator).problems()).isEmpty();
        }
        assertThat(amendments.describe(grant(), id, new Description(reason, "ที่ 12/2560", null), coordinator).problems())
                .isEmpty();
        people.complete(Role.GC, grantId, "task_draftAmendment", Map.of("decision", "SEND"));
        people.complete(Role.GL, grantId, "task_signAmendment", APPROVE);
        people.complete(Role.PO, grantId, "task_checkAmendment", APPROVE);
        return decided(id);
    }

    private void funderAmends(String reason, Part part) {
        Actor officer = people.actor(Role.PO);
        String id = amendments.begin(grant(), part, officer).orElseThrow();
        assertThat(amendments.describe(grant(), id, new Description(reason, null, null), officer).problems()).isEmpty();
        people.complete(Role.PO, grantId, "task_draftFunderAmendment", Map.of("decision", "SEND"));
        decided(id);
    }

    private Amendment decided(String id) {
        if (amendments.get(id).state() == AmendmentState.REVIEWED) {
            people.complete(Role.AP, grantId, "task_approveAmendment", APPROVE);
        }
        assertThat(amendments.get(id).state()).isEqualTo(AmendmentState.IN_FORCE);
        return amendments.get(id);
    }

    // ---- looking things up ----

    private static BudgetLine line(String activity, String head, String amount) {
        return new BudgetLine(activity, head, Money.parse(amount));
    }

    private Occurrence occurrence(String activity, int no) {
        return plans.ofGrant(grantId).stream()
                .filter(occurrence -> occurrence.activityCode().equals(activity) && occurrence.no() == no)
                .findFirst()
                .orElseThrow();
    }

    private Offer offer(AmendmentKind kind) {
        return amendments.offers(grant(), people.actor(Role.GC)).stream()
                .filter(offer -> offer.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private PeriodDossier dossier(int no) {
        return reporting.dossier(grantId, no).orElseThrow();
    }

    private List<Integer> offsets(int no) {
        return dossier(no).notices().stream().map(PeriodDossier.Notice::offsetDays).sorted().toList();
    }

    private PeriodDossier.Figure frozen(int no, String indicator) {
        return dossier(no).figures().stream()
                .filter(figure -> figure.indicatorId().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private List<String> escalations() {
        return people.steps(grantId).stream()
                .filter(List.of("task_callGrantee", "task_proposeSuspension", "task_decideLateReport")::contains)
                .toList();
    }

    private Measurement at(String indicator, LocalDate day) {
        return indicators.measure(grant(), indicator, day).orElseThrow();
    }

    private List<Integer> phases(LocalDate day) {
        return indicators.phases(grant(), "IND4", day).stream().map(PhasePoint::month).toList();
    }

    private CloseOutDossier closeOut() {
        return closing.ofGrant(grantId).orElseThrow();
    }
}
