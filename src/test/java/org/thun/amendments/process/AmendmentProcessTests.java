package org.thun.amendments.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.activities.ActivityFixture;
import org.thun.activities.ActivityPlans;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.activities.PlanChanges;
import org.thun.amendments.Amendment;
import org.thun.amendments.AmendmentClass;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.AmendmentDesk.Description;
import org.thun.amendments.AmendmentDesk.Offer;
import org.thun.amendments.AmendmentKind;
import org.thun.amendments.AmendmentState;
import org.thun.amendments.Part;
import org.thun.amendments.TerminationReason;
import org.thun.amendments.VersionDifference;
import org.thun.closeout.ClosingDesk;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.MoneyFixture;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheState;
import org.thun.grants.AgreedTranche;
import org.thun.grants.AgreementChanges;
import org.thun.grants.AgreementTerm;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.grants.Grants.NewGrant;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.parties.Organisations;
import org.thun.programmes.Programmes;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReports;
import org.thun.progress.SuspensionProposal;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

@ThunTest
// A database of its own: it gives the common grantee another bank account, after which payments pause (SD8).
@TestPropertySource(properties =
        "spring.datasource.url=jdbc:h2:mem:thun-amendments;MODE=MySQL;DEFAULT_LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
class AmendmentProcessTests {

    private static final Map<String, Object> SEND = Map.of("decision", "SEND");
    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");

    @Autowired
    ActivityFixture activities;

    @Autowired
    GrantFixture people;

    @Autowired
    MoneyFixture money;

    @Autowired
    AmendmentDesk desk;

    @Autowired
    AgreementChanges agreements;

    @Autowired
    Grants grants;

    @Autowired
    ActivityPlans plans;

    @Autowired
    PlanChanges planChanges;

    @Autowired
    PeriodReports reports;

    @Autowired
    Disbursements disbursements;

    @Autowired
    IndicatorQueries indicators;

    @Autowired
    Organisations organisations;

    @Autowired
    Accounts accounts;

    @Autowired
    Programmes programmes;

    @Autowired
    ClosingDesk closings;

    @Autowired
    SuspensionProposal suspensions;

    @Autowired
    TrainingClock time;

    @Autowired
    PlatformTransactionManager transactions;

    private Actor lead;
    private Actor coordinator;
    private Actor officer;
    private Actor approver;

    @BeforeEach
    void hire() {
        lead = people.ofGrantee(Role.GL);
        coordinator = people.ofGrantee(Role.GC);
        officer = people.ofProgramme(Role.PO);
        approver = people.ofProgramme(Role.AP);
    }

    @Test
    @DisplayName("BR-34: three months more: months 19 to 21 appear, due days shift, the original end stays readable")
    void extensionChangesPlanPeriodsAndTargets() {
        Grant grant = running();
        LocalDate end = grant.endsOn();
        PeriodReport last = reports.find(grant.id(), 3).orElseThrow();

        Amendment amendment = inForce(grant, new Part.Time(3, true));

        Grant now = grants.get(grant.id());
        LocalDate newEnd = grant.months().month(21).to();
        assertThat(now.durationMonths()).isEqualTo(21);
        assertThat(now.endsOn()).isEqualTo(newEnd);
        assertThat(now.agreementVersion()).isEqualTo(2);
        assertThat(agreements.versions(grant.id()).get(0).endsOn()).isEqualTo(end);
        PeriodReport longer = reports.find(grant.id(), 3).orElseThrow();
        assertThat(longer.days().to()).isEqualTo(newEnd);
        assertThat(longer.dueOn()).isEqualTo(newEnd.plusDays(30)).isAfter(last.dueOn());
        assertThat(plans.ofGrant(grant.id())).anyMatch(occurrence -> occurrence.lastMonth() == 21);
        assertThat(agreements.respreads(grant.id())).singleElement()
                .satisfies(respread -> assertThat(respread.month(18)).isEqualTo(21));
        assertThat(amendment.weight()).isEqualTo(AmendmentClass.MAJOR);
        assertThat(amendment.agreementVersion()).isEqualTo(2);
        VersionDifference difference = desk.differences(now).get(0);
        assertThat(difference.termDiffers()).isTrue();
        assertThat(difference.cells()).isEmpty();
    }

    @Test
    @DisplayName("BR-34: a second extension needs a resolution of the board, and none is longer than a third of the term")
    void secondExtensionNeedsTheBoard() {
        Grant grant = running();
        inForce(grant, new Part.Time(2, false));
        assertThat(problems(desk.begin(now(grant), new Part.Time(7, false), coordinator)))
                .contains("amendments.problem.months");

        String id = sent(now(grant), new Part.Time(1, false));
        complete(grant, "task_checkAmendment", officer, APPROVE);
        Completion without = people.submit(grant.id(), "task_approveAmendment", approver, APPROVE);
        assertThat(refusal(without)).contains("amendments.problem.resolution");
        complete(grant, "task_approveAmendment", approver, Map.of("decision", "APPROVE", "resolutionNo", "4/2560"));
        assertThat(desk.get(id).state()).isEqualTo(AmendmentState.IN_FORCE);
        assertThat(now(grant).durationMonths()).isEqualTo(21);
    }

    @Test
    @DisplayName("BR-34: a grant whose report is overdue is not offered more time, and is told why; after the end nothing is (BR-35)")
    void noExtensionWhileReportsAreOwedAndNothingAfterTheEnd() {
        Grant grant = effective(time.today().minusMonths(18).plusDays(6));
        assertThat(grant.endsOn()).as("some days are left, how many depends on the lengths of months").isAfter(time.today());
        assertThat(offer(grant, AmendmentKind.TIME).against())
                .satisfies(problem -> assertThat(problem.messageKey()).isEqualTo("amendments.offer.reportsOwed"))
                .satisfies(problem -> assertThat(problem.rule()).isEqualTo("BR-34"));
        String id = sent(grant, new Part.PlanAdd("1.1", 18, 18));
        complete(grant, "task_checkAmendment", officer, APPROVE);
        assertThat(desk.get(id).state()).isEqualTo(AmendmentState.IN_FORCE);

        time.moveTo(grant.endsOn().plusDays(1));
        assertThat(desk.offers(now(grant), coordinator)).allSatisfy(offer -> {
            assertThat(offer.open()).isFalse();
            assertThat(offer.against().rule()).isEqualTo("BR-35");
        });
    }

    @Test
    @DisplayName("An extension asked for 5 days before the end is marked late and goes to the approver, never refused silently")
    void lateRequestGoesToTheApprover() {
        // Five months are less than the first reporting period: nothing can be overdue.
        Grant grant = shortGrant(5, time.today().minusMonths(5).plusDays(6));
        assertThat(grant.endsOn()).isEqualTo(time.today().plusDays(5));
        String id = sent(now(grant), new Part.Time(1, false));
        assertThat(desk.get(id).late()).isTrue();
        assertThat(desk.get(id).state()).isEqualTo(AmendmentState.SUBMITTED);
        complete(grant, "task_checkAmendment", officer, APPROVE);
        complete(grant, "task_approveAmendment", approver, APPROVE);
        assertThat(desk.get(id).state()).isEqualTo(AmendmentState.IN_FORCE);
    }

    @Test
    @DisplayName("BR-10: up to 10 % of the receiving head is a notice, up to 20 % the officer's, above and for remuneration the approver's")
    void budgetShiftsAreDecidedByTheirSize() {
        Grant grant = running();
        // Materials hold 100,000.
        String notice = sent(grant, shift("1.1", "services", "1.1", "materials", "10000"));
        assertThat(desk.get(notice).state()).isEqualTo(AmendmentState.IN_FORCE);
        assertThat(desk.get(notice).weight()).isEqualTo(AmendmentClass.NOTICE);
        assertThat(cell(grant, "1.1", "materials")).isEqualTo(Money.parse("110000"));
        complete(grant, "task_noteAmendment", officer, Map.of("noted", true));

        // Another 5,000 is 4.6 % of the head now, but 15 % since the first agreement.
        String minor = sent(grant, shift("1.1", "services", "1.1", "materials", "5000"));
        assertThat(desk.get(minor).weight()).isEqualTo(AmendmentClass.MINOR);
        complete(grant, "task_checkAmendment", officer, APPROVE);
        assertThat(desk.get(minor).state()).isEqualTo(AmendmentState.IN_FORCE);

        String major = sent(grant, shift("1.1", "services", "1.1", "materials", "5001"));
        complete(grant, "task_checkAmendment", officer, APPROVE);
        assertThat(desk.get(major).state()).isEqualTo(AmendmentState.REVIEWED);
        assertThat(desk.get(major).weight()).isEqualTo(AmendmentClass.MAJOR);
        complete(grant, "task_approveAmendment", approver, APPROVE);

        String pay = sent(grant, shift("1.1", "services", "4.2", "remuneration", "1000"));
        assertThat(desk.get(pay).weight()).isEqualTo(AmendmentClass.MAJOR);
        people.complete(grant.id(), "task_checkAmendment", officer, Map.of("decision", "REJECT", "comments", "ไม่จำเป็น"));
        assertThat(desk.get(pay).state()).isEqualTo(AmendmentState.REJECTED);
        assertThat(Money.sum(grants.budget(grant.id()).stream().map(line -> line.amount()).toList()))
                .isEqualTo(now(grant).amount());
        assertThat(desk.differences(now(grant)).get(0).cells()).hasSize(2);
    }

    @Test
    @DisplayName("A cell gives no more than it has left after what is spent and planned")
    void noCellGivesMoreThanIsLeft() {
        Grant grant = running();
        // The office of the first period is planned for all but 50,000 of the 300,000 of its activity.
        activities.plan(activities.occurrence(grant, "4.1", 1), time.today(), time.today(), "250000");
        assertThat(problems(desk.begin(grant, shift("4.1", "utilities", "1.1", "services", "60000"), coordinator)))
                .contains("amendments.problem.activitySpokenFor");
        assertThat(problems(desk.begin(grant, shift("1.1", "services", "4.1", "utilities", "400000.01"), coordinator)))
                .contains("amendments.problem.cellSpent");
    }

    @Test
    @DisplayName("BR-25: a target raised and a baseline corrected hold from the day they come into force, not before")
    void targetsChangeByAmendment() {
        Grant grant = running();
        Measurement before = indicators.measure(grant, time.today()).stream()
                .filter(at -> at.target() != null && at.baseline() != null)
                .findFirst()
                .orElseThrow();
        String id = before.indicator().id();
        BigDecimal raised = before.target().add(new BigDecimal("2000"));
        LocalDate day = time.today();
        time.moveTo(day.plusDays(1));

        inForce(grant, new Part.Target(id, before.baseline().add(BigDecimal.ONE), raised));

        assertThat(indicators.measure(grant, id, time.today()).orElseThrow().target()).isEqualByComparingTo(raised);
        assertThat(indicators.measure(grant, id, day).orElseThrow().target()).isEqualByComparingTo(before.target());
        assertThat(indicators.measure(grant, id, time.today()).orElseThrow().baseline())
                .isEqualByComparingTo(before.baseline().add(BigDecimal.ONE));
    }

    @Test
    @DisplayName("A cancelled activity keeps its crossed bar; its money waits in the pool until an amendment uses it")
    void cancelledMoneyGoesToThePool() {
        Grant grant = running();
        Occurrence given = ahead(grant, "2.4");
        inForce(grant, new Part.PlanCancel(given.id(), "เป้าหมายลดลง 40 คน", "services", Money.parse("50000")));

        assertThat(activities.occurrence(grant, "2.4", given.no()).state()).isEqualTo(OccurrenceState.CANCELLED);
        assertThat(activities.tasks(given)).isEmpty();
        assertThat(planChanges.pool(grant.id()))
                .containsExactly(new PlanChanges.Pooled("2.4", "services", Money.parse("50000")));

        inForce(grant, shift("2.4", "services", "4.1", "utilities", "30000"));
        assertThat(planChanges.pool(grant.id()))
                .containsExactly(new PlanChanges.Pooled("2.4", "services", Money.parse("20000")));
    }

    @Test
    @DisplayName("A moved activity takes its delivery with it: the run ends and begins again in the new month")
    void movedActivityBeginsAgain() {
        Grant grant = running();
        Occurrence first = plans.ofGrant(grant.id()).stream()
                .filter(occurrence -> occurrence.state() == OccurrenceState.READY)
                .findFirst()
                .orElseThrow();
        assertThat(activities.tasks(first)).isNotEmpty();

        inForce(grant, new Part.PlanMove(first.id(), 2, 2));

        Occurrence moved = activities.occurrence(grant, first.activityCode(), first.no());
        assertThat(moved.state()).isEqualTo(OccurrenceState.PLANNED);
        assertThat(moved.days()).isEqualTo(grant.months().month(2));
        assertThat(activities.tasks(first)).isEmpty();

        time.moveTo(grant.months().month(2).from());
        assertThat(activities.tasks(first)).extracting(OpenTask::elementId).containsExactly("task_planActivity");
    }

    @Test
    @DisplayName("Several changes in one request come into force together, with one version; words are kept by version")
    void severalChangesTogether() {
        Grant grant = running();
        String id = begun(grant, new Part.Time(1, false));
        done(desk.add(grant, id, shift("1.1", "services", "1.1", "materials", "30000"), coordinator));
        done(desk.add(grant, id, new Part.Term(AgreementTerm.Kind.SCOPE, "พื้นที่", "เพิ่มสามอำเภอ"), coordinator));
        done(desk.add(grant, id, new Part.PlanAdd("1.1", 19, 19), coordinator));
        assertThat(problems(desk.add(grant, id, new Part.Time(1, false), coordinator)))
                .contains("amendments.problem.twice");
        describe(grant, id, null);
        complete(grant, "task_draftAmendment", lead, SEND);
        complete(grant, "task_checkAmendment", officer, APPROVE);
        complete(grant, "task_approveAmendment", approver, APPROVE);

        assertThat(agreements.versions(grant.id())).hasSize(2);
        VersionDifference difference = desk.differences(now(grant)).get(0);
        assertThat(difference.termDiffers()).isTrue();
        assertThat(difference.cells()).extracting(cell -> cell.costHead(), cell -> cell.difference())
                .containsExactlyInAnyOrder(tuple("services", Money.parse("-30000")), tuple("materials", Money.parse("30000")));
        assertThat(difference.terms()).singleElement()
                .satisfies(term -> assertThat(term.after()).isEqualTo("เพิ่มสามอำเภอ"));
        assertThat(plans.ofGrant(grant.id()))
                .anyMatch(occurrence -> occurrence.activityCode().equals("1.1") && occurrence.firstMonth() == 19);
    }

    @Test
    @DisplayName("The lead sends what the coordinator drafted, or gives it back; a return voids what was approved before")
    void draftsGoThroughTheLeadAndComeBack() {
        Grant grant = running();
        String id = begun(grant, new Part.Time(1, false));
        assertThat(refusal(people.submit(grant.id(), "task_draftAmendment", coordinator, SEND)))
                .contains("amendments.problem.reason");
        describe(grant, id, null);
        complete(grant, "task_draftAmendment", coordinator, SEND);
        complete(grant, "task_signAmendment", lead, Map.of("decision", "RETURN", "comments", "แก้เหตุผล"));
        assertThat(desk.get(id).state()).isEqualTo(AmendmentState.RETURNED);
        complete(grant, "task_draftAmendment", coordinator, SEND);
        complete(grant, "task_signAmendment", lead, APPROVE);
        complete(grant, "task_checkAmendment", officer, APPROVE);
        complete(grant, "task_approveAmendment", approver, Map.of("decision", "RETURN", "comments", "ขอแผนใช้เงิน"));

        Amendment back = desk.get(id);
        assertThat(back.state()).isEqualTo(AmendmentState.RETURNED);
        assertThat(back.lastReturn()).isPresent();
        assertThat(back.decisions()).filteredOn(decision -> decision.voided()).isNotEmpty();
        assertThat(people.steps(grant.id())).contains("task_draftAmendment");
        complete(grant, "task_draftAmendment", lead, Map.of("decision", "WITHDRAW"));
        assertThat(desk.get(id).state()).isEqualTo(AmendmentState.WITHDRAWN);
        assertThat(now(grant).agreementVersion()).isEqualTo(1);
    }

    @Test
    @DisplayName("A request is withdrawn from the page while it waits, and its task goes")
    void withdrawnWhileItWaits() {
        Grant grant = running();
        String id = sent(grant, new Part.Time(1, false));
        assertThat(problems(desk.withdraw(grant, id, officer))).contains("amendments.problem.notWithdrawn");
        done(desk.withdraw(grant, id, lead));
        assertThat(desk.get(id).state()).isEqualTo(AmendmentState.WITHDRAWN);
        assertThat(people.steps(grant.id())).doesNotContain("task_checkAmendment");
    }

    @Test
    @DisplayName("An approved amendment waits for its day; what no longer fits then goes to the officer, never into force")
    void waitsForItsDayAndDoesNotComeIntoForceWrongly() {
        Grant grant = running();
        LocalDate day = time.today().plusDays(10);
        Occurrence given = ahead(grant, "2.4");
        String id = begun(grant, new Part.PlanCancel(given.id(), "ไม่กระทบ", null, null));
        describe(grant, id, day);
        complete(grant, "task_draftAmendment", lead, SEND);
        complete(grant, "task_checkAmendment", officer, APPROVE);
        assertThat(desk.get(id).state()).isEqualTo(AmendmentState.APPROVED);

        // Meanwhile the same occurrence is given up by another amendment.
        inForce(grant, new Part.PlanCancel(given.id(), "ไม่กระทบ", null, null));
        time.moveTo(day);
        assertThat(desk.get(id).state()).isEqualTo(AmendmentState.SUBMITTED);
        assertThat(desk.get(id).stuck()).isNotBlank();
        complete(grant, "task_checkAmendment", people.ofProgramme(Role.PO),
                Map.of("decision", "REJECT", "comments", "ยกเลิกไปแล้ว"));

        String other = begun(grant, new Part.Term(AgreementTerm.Kind.PARTNER, centre(), "มูลนิธิใหม่"));
        describe(grant, other, time.today().plusDays(3));
        complete(grant, "task_draftAmendment", lead, SEND);
        complete(grant, "task_checkAmendment", officer, APPROVE);
        time.moveTo(time.today().plusDays(3));
        assertThat(desk.get(other).inForceOn()).isEqualTo(time.today());
    }

    @Test
    @DisplayName("SD1: nobody decides what they drafted or sent, nor decides twice")
    void nobodyDecidesOwnWork() {
        Grant grant = running();
        Actor both = people.withFurtherPost(lead, Role.PO);
        String id = begun(grant, new Part.Time(1, false));
        describe(grant, id, null);
        complete(grant, "task_draftAmendment", both, SEND);
        assertThat(people.submit(grant.id(), "task_checkAmendment", both, APPROVE)).isInstanceOf(Completion.Unknown.class);
        Actor two = people.withFurtherPost(officer, Role.AP);
        complete(grant, "task_checkAmendment", two, APPROVE);
        assertThat(people.submit(grant.id(), "task_approveAmendment", two, APPROVE)).isInstanceOf(Completion.Unknown.class);
    }

    @Test
    @DisplayName("A suspended grant stands still; resumed with its days, end and due days come later")
    void suspensionStopsTheClocks() {
        Grant grant = running();
        people.complete(grant.id(), "task_requestTranche", people.ofGrantee(Role.GF), money.ask("100000"));
        transaction(() -> suspensions.propose(grant.id(), "ไม่ส่งรายงาน", officer));
        people.complete(grant.id(), "task_draftFunderAmendment", officer, SEND);
        complete(grant, "task_approveAmendment", approver, APPROVE);
        assertThat(now(grant).state()).isEqualTo(GrantState.SUSPENDED);
        assertThat(disbursements.gates(grant.id(), 1).passable()).isFalse();
        LocalDate end = grant.endsOn();

        time.moveTo(time.today().plusDays(12));
        assertThat(offer(now(grant), AmendmentKind.SUSPENSION).open()).isFalse();
        inForce(now(grant), new Part.Resumption(true));

        assertThat(now(grant).state()).isEqualTo(GrantState.EFFECTIVE);
        assertThat(now(grant).endsOn()).isEqualTo(end.plusDays(12));
        assertThat(now(grant).durationMonths()).isEqualTo(18);
        assertThat(reports.find(grant.id(), 3).orElseThrow().days().to()).isEqualTo(end.plusDays(12));
    }

    @Test
    @DisplayName("A grant resumed without its days keeps its end")
    void resumedWithoutDays() {
        Grant grant = running();
        inForceByFunder(grant, new Part.Suspension());
        time.moveTo(time.today().plusDays(9));
        inForce(now(grant), new Part.Resumption(false));
        assertThat(now(grant).endsOn()).isEqualTo(grant.endsOn());
    }

    @Test
    @DisplayName("BR-36: termination stops payments, gives up what lies ahead, cuts the periods and opens the closing")
    void terminationOpensTheClosing() {
        Grant grant = running();
        time.moveTo(time.today().plusDays(20));
        inForceByFunder(grant, new Part.Termination(TerminationReason.NO_PROGRESS));

        Grant ended = now(grant);
        assertThat(ended.state()).isEqualTo(GrantState.TERMINATED);
        assertThat(ended.endsOn()).isEqualTo(time.today());
        assertThat(disbursements.tranches(grant.id())).extracting(tranche -> tranche.state())
                .containsOnly(TrancheState.SKIPPED);
        assertThat(plans.ofGrant(grant.id())).extracting(Occurrence::state).containsOnly(OccurrenceState.CANCELLED);
        assertThat(reports.ofGrant(grant.id())).extracting(report -> report.days().to()).containsExactly(time.today());
        assertThat(people.steps(grant.id())).contains("task_prepareCloseOut");
        assertThat(closings.ofGrant(grant.id())).isPresent();
    }

    @Test
    @DisplayName("SD8: a bank account changes by the lead, the officer's call-back and the finance approver, then payments pause")
    void bankAccountNeedsThreeHandsAndAPause() {
        Grant grant = running();
        assertThat(offer(grant, AmendmentKind.BANK).open()).isFalse();
        String id = desk.begin(grant, new Part.Bank("ธนาคารใหม่", "999-8-88777-6", "บัญชีใหม่"), lead).orElseThrow();
        describe(grant, id, null, lead);
        complete(grant, "task_draftAmendment", lead, SEND);
        assertThat(refusal(people.submit(grant.id(), "task_checkAmendment", officer, APPROVE)))
                .contains("amendments.problem.callBack");
        complete(grant, "task_checkAmendment", officer, Map.of("decision", "APPROVE", "calledOn",
                time.today().toString(), "spokeWith", "หัวหน้าโครงการ"));
        Actor finance = people.ofProgramme(Role.FA);
        assertThat(refusal(people.submit(grant.id(), "task_confirmBankAccount", finance,
                Map.of("decision", "APPROVE", "accountNumber", "1111111111")))).contains("amendments.problem.otherNumber");
        complete(grant, "task_confirmBankAccount", finance, Map.of("decision", "APPROVE", "accountNumber", "9998887776"));

        assertThat(desk.get(id).state()).isEqualTo(AmendmentState.IN_FORCE);
        var account = organisations.find(grant.organisationId()).orElseThrow().bankAccount();
        assertThat(account.accountNumber()).isEqualTo("9998887776");
        assertThat(account.verified()).isTrue();
        assertThat(disbursements.gates(grant.id(), 1).checks()).anyMatch(check -> "SD8".equals(check.rule()) && !check.met());
        time.moveTo(time.today().plusDays(5));
        assertThat(disbursements.gates(grant.id(), 1).checks()).noneMatch(check -> "SD8".equals(check.rule()) && !check.met());
    }

    @Test
    @DisplayName("A post that changes hands moves its open tasks; who leaves loses access the same day")
    void postChangesHands() {
        Grant grant = running();
        Actor leaving = people.person(Role.GC, ScopeKind.GRANT, grant.id());
        Actor joining = people.ofGrantee(Role.GF);
        inForce(grant, new Part.People(Role.GC, leaving.accountId(), joining.username()));
        assertThat(accounts.holders(Role.GC, grant.scope())).extracting(Actor::accountId)
                .contains(joining.accountId())
                .doesNotContain(leaving.accountId());
    }

    @Test
    @DisplayName("BR-02: tranches nobody asked for are laid out anew by the approver; the sum stays, asked or paid ones are fixed")
    void tranchesAreLaidOutAnew() {
        Grant grant = running();
        people.complete(grant.id(), "task_requestTranche", people.ofGrantee(Role.GF), money.ask("100000"));
        assertThat(problems(desk.begin(grant, tranches(line(1, "500000", null), line(2, null, null)), coordinator)))
                .contains("amendments.problem.trancheFixed");
        assertThat(problems(desk.begin(grant, tranches(line(2, "500000", null), line(3, "600000.01", null)), coordinator)))
                .contains("amendments.problem.trancheSum");
        assertThat(problems(desk.begin(grant, tranches(line(2, "600000", 3), line(3, null, 2)), coordinator)))
                .contains("amendments.problem.trancheOrder");
        assertThat(problems(desk.begin(grant, tranches(line(2, "600000", 7)), coordinator)))
                .contains("amendments.problem.tranchePeriod");
        assertThat(problems(desk.begin(grant, tranches(line(4, null, 2)), coordinator)))
                .contains("amendments.problem.tranchePeriodFixed");

        // Of 2,000,000: the second takes 20 %, the third a third less a satang, the last what remains.
        String id = sent(grant, new Part.Tranches(List.of(new Part.TrancheLine(2, new BigDecimal("20"), null, null),
                line(3, "666666.66", 3), line(4, null, null))));
        assertThat(desk.get(id).weight()).isEqualTo(AmendmentClass.MAJOR);
        complete(grant, "task_checkAmendment", officer, APPROVE);
        complete(grant, "task_approveAmendment", approver, APPROVE);

        assertThat(desk.get(id).state()).isEqualTo(AmendmentState.IN_FORCE);
        assertThat(disbursements.tranches(grant.id())).extracting(Tranche::agreed, Tranche::afterPeriod).containsExactly(
                tuple(Money.parse("600000"), null), tuple(Money.parse("400000"), 1), tuple(Money.parse("666666.66"), 3),
                tuple(Money.parse("333333.34"), null));
        assertThat(grants.tranches(grant.id())).extracting(AgreedTranche::amount).containsExactly(
                Money.parse("600000"), Money.parse("400000"), Money.parse("666666.66"), Money.parse("333333.34"));
        assertThat(grants.tranches(grant.id()).stream().map(AgreedTranche::sharePercent)
                .reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("100");
        assertThat(agreements.versions(grant.id()).get(0).tranches()).extracting(AgreedTranche::amount)
                .contains(Money.parse("500000"));
        VersionDifference difference = desk.differences(now(grant)).get(0);
        assertThat(difference.tranches()).extracting(change -> change.after().no()).containsExactly(2, 3, 4);
        assertThat(difference.tranches().get(0).difference()).isEqualTo(Money.parse("-200000"));
    }

    @Test
    @DisplayName("BR-02: a tranche asked for while its amendment waits is not touched; the officer is told why")
    void aTrancheAskedForMeanwhileIsNotTouched() {
        Grant grant = running();
        String id = sent(grant, tranches(line(1, "500000", null), line(2, "700000", null)));
        complete(grant, "task_checkAmendment", officer, APPROVE);
        people.complete(grant.id(), "task_requestTranche", people.ofGrantee(Role.GF), money.ask("100000"));
        assertThat(refusal(people.submit(grant.id(), "task_approveAmendment", approver, APPROVE)))
                .contains("amendments.problem.trancheFixed");
        assertThat(disbursements.tranches(grant.id()).get(0).agreed()).isEqualTo(Money.parse("600000"));
        assertThat(desk.get(id).state()).isEqualTo(AmendmentState.REVIEWED);
    }

    @Test
    @DisplayName("BR-13: a report put off by the officer is not late before its new day, and is reminded of anew")
    void aReportIsPutOff() {
        Grant grant = effective(time.today().minusMonths(7).plusDays(3));
        PeriodReport owed = reports.find(grant.id(), 1).orElseThrow();
        assertThat(problems(desk.begin(grant, new Part.DueDays(owed.dueOn(), owed.dueOn(), 200), coordinator)))
                .contains("amendments.problem.dueDays");
        assertThat(problems(desk.begin(grant, new Part.DueDays(owed.dueOn().plusDays(1), owed.dueOn().plusDays(2), 20),
                coordinator))).contains("amendments.problem.noReportDue");

        Amendment amendment = inForce(grant, new Part.DueDays(owed.dueOn(), owed.dueOn(), 20));
        assertThat(amendment.weight()).isEqualTo(AmendmentClass.MINOR);
        assertThat(reports.find(grant.id(), 1).orElseThrow().dueOn()).isEqualTo(owed.dueOn().plusDays(20));
        time.moveTo(owed.dueOn().plusDays(5));
        assertThat(offer(now(grant), AmendmentKind.TIME).open()).as("nothing is owed yet").isTrue();
        time.moveTo(owed.dueOn().plusDays(21));
        assertThat(offer(now(grant), AmendmentKind.TIME).open()).isFalse();
    }

    @Test
    @DisplayName("A change of the plan says who would have more activities in a month than the programme's limit")
    void thePreviewNamesOverloadedPeople() {
        Grant grant = running();
        int limit = people.programme().amendments().activitiesPerMonth();
        String id = begun(grant, new Part.PlanAdd("1.1", 16, 16));
        assertThat(overloads(grant, id)).as("one more is not too many").isEmpty();
        for (int i = 0; i < limit; i++) {
            done(desk.add(grant, id, new Part.PlanAdd("1.1", 16, 16), coordinator));
        }
        assertThat(overloads(grant, id)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get(1)).isEqualTo(Problem.of("amendments.month", 16));
            assertThat((Integer) row.get(3)).isGreaterThan(limit).isGreaterThan((Integer) row.get(2));
        });
    }

    private List<List<Object>> overloads(Grant grant, String id) {
        return desk.effect(grant, desk.get(id)).facts().sections().stream()
                .filter(section -> section.titleKey().equals("amendments.effect.workload"))
                .flatMap(section -> section.table().rows().stream())
                .toList();
    }

    private static Part tranches(Part.TrancheLine... lines) {
        return new Part.Tranches(List.of(lines));
    }

    private static Part.TrancheLine line(int no, String amount, Integer period) {
        return new Part.TrancheLine(no, null, amount == null ? null : Money.parse(amount), period);
    }

    private Grant running() {
        return effective(time.today());
    }

    private Grant effective(LocalDate from) {
        money.verifyAccount();
        return activities.running(from);
    }

    private Grant shortGrant(int months, LocalDate from) {
        money.verifyAccount();
        List<BudgetLine> budget = List.of(new BudgetLine("1.1", "services", Money.parse("500000")));
        NewGrant grant = new NewGrant(Ids.next(), GrantFixture.PROGRAMME,
                programmes.currentVersionNo(GrantFixture.PROGRAMME).orElseThrow(), people.grantee(), lead.accountId(),
                new LocalizedText("ทุนสั้น", "Short grant"), Money.parse("500000"), months, budget, true);
        String id = new TransactionTemplate(transactions).execute(status -> grants.open(grant, Actor.SYSTEM));
        people.complete(id, "task_prepareAgreement", officer,
                Map.of("number", "ส." + id, "effectiveOn", from.toString(), "conditionsMet", List.of()));
        people.complete(id, "task_signAgreementGrantee", lead, Map.of("decision", "SIGN"));
        people.complete(id, "task_signAgreementFunder", approver, Map.of("decision", "SIGN"));
        return grants.get(id);
    }

    private Grant now(Grant grant) {
        return grants.get(grant.id());
    }

    private Offer offer(Grant grant, AmendmentKind kind) {
        return desk.offers(grant, coordinator).stream().filter(offer -> offer.kind() == kind).findFirst().orElseThrow();
    }

    private Occurrence ahead(Grant grant, String activity) {
        return plans.ofGrant(grant.id()).stream()
                .filter(occurrence -> occurrence.activityCode().equals(activity)
                        && (occurrence.state() == OccurrenceState.PLANNED || occurrence.state() == OccurrenceState.READY))
                .findFirst()
                .orElseThrow();
    }

    private String centre() {
        return people.programme().centres().get(0).code();
    }

    private Money cell(Grant grant, String activity, String head) {
        return Money.sum(grants.budget(grant.id()).stream()
                .filter(line -> line.activityCode().equals(activity) && line.costHead().equals(head))
                .map(line -> line.amount())
                .toList());
    }

    private static Part shift(String fromActivity, String fromHead, String toActivity, String toHead, String amount) {
        return new Part.Shift(fromActivity, fromHead, toActivity, toHead, Money.parse(amount), false);
    }

    private String begun(Grant grant, Part part) {
        return desk.begin(grant, part, coordinator).orElseThrow();
    }

    private void describe(Grant grant, String id, LocalDate wantedOn) {
        describe(grant, id, wantedOn, coordinator);
    }

    private void describe(Grant grant, String id, LocalDate wantedOn, Actor actor) {
        done(desk.describe(grant, id, new Description("จำเป็นต่อเป้าหมาย", "ที่ 12/2560", wantedOn), actor));
    }

    /** A request that the lead has sent. */
    private String sent(Grant grant, Part part) {
        String id = begun(grant, part);
        describe(grant, id, null);
        complete(grant, "task_draftAmendment", lead, SEND);
        return id;
    }

    /** A request approved by everybody it needs. */
    private Amendment inForce(Grant grant, Part part) {
        String id = sent(grant, part);
        Map<String, Object> check = new HashMap<>(APPROVE);
        if (desk.get(id).state() == AmendmentState.SUBMITTED) {
            complete(grant, "task_checkAmendment", officer, check);
        }
        if (desk.get(id).state() == AmendmentState.REVIEWED) {
            complete(grant, "task_approveAmendment", approver, APPROVE);
        }
        assertThat(desk.get(id).state()).isEqualTo(AmendmentState.IN_FORCE);
        return desk.get(id);
    }

    private void inForceByFunder(Grant grant, Part part) {
        String id = desk.begin(grant, part, officer).orElseThrow();
        describe(grant, id, null, officer);
        complete(grant, "task_draftFunderAmendment", officer, SEND);
        complete(grant, "task_approveAmendment", approver, APPROVE);
        assertThat(desk.get(id).state()).isEqualTo(AmendmentState.IN_FORCE);
    }

    private void complete(Grant grant, String elementId, Actor actor, Map<String, Object> data) {
        people.complete(grant.id(), elementId, actor, data);
    }

    private void transaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private static void done(Outcome<?> outcome) {
        assertThat(outcome.problems()).isEmpty();
    }

    private static List<String> problems(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::messageKey).toList();
    }

    private static List<String> refusal(Completion completion) {
        assertThat(completion).isInstanceOf(Completion.Refused.class);
        return ((Completion.Refused) completion).problems().stream().map(Problem::messageKey).toList();
    }
}
