package org.thun.progress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.activities.ActivityFixture;
import org.thun.activities.ActivityPlans;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.programmes.ReportingPolicy.EscalationStep;
import org.thun.progress.ExpenseLine;
import org.thun.progress.MentorOpinion;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodDossier.Decision;
import org.thun.progress.PeriodDossier.Notice;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReportState;
import org.thun.progress.PeriodReporting;
import org.thun.progress.ReportFixture;
import org.thun.progress.TestLedger;
import org.thun.shared.DateRange;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.testing.ThunTest;
import org.thun.workflow.Processes;
import org.thun.workflow.TrainingClock;

@ThunTest
class PeriodReportProcessTests {

    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");
    private static final Map<String, Object> RETURN = Map.of("decision", "RETURN", "comments", "แก้ให้ครบ");
    private static final Map<String, Object> LIKELY = Map.of("decision", "APPROVE", "opinion", "LIKELY");

    @Autowired
    ActivityFixture activities;

    @Autowired
    ReportFixture fixture;

    @Autowired
    GrantFixture people;

    @Autowired
    PeriodReporting reporting;

    @Autowired
    ActivityPlans plans;

    @Autowired
    TestLedger ledger;

    @Autowired
    Processes processes;

    @Autowired
    TrainingClock time;

    @Autowired
    AuditTrail audit;

    Grant grant;
    Actor coordinator;

    @BeforeEach
    void begin() {
        // Period 1 of six months ended six days ago.
        grant = activities.running(people.today().minusMonths(6).minusDays(5));
        coordinator = people.ofGrantee(Role.GC);
    }

    @Test
    @DisplayName("BR-41: periods of a grant that starts on 31 August are computed from the start, not chained")
    void laysPeriodsOverAStartOnThe31st() {
        Grant august = activities.running(LocalDate.of(2015, 8, 31));
        List<PeriodReport> reports = List.of(fixture.report(august, 1), fixture.report(august, 2), fixture.report(august, 3));
        assertThat(reports).extracting(PeriodReport::days).containsExactly(
                new DateRange(LocalDate.of(2015, 8, 31), LocalDate.of(2016, 2, 28)),
                new DateRange(LocalDate.of(2016, 2, 29), LocalDate.of(2016, 8, 30)),
                new DateRange(LocalDate.of(2016, 8, 31), LocalDate.of(2017, 2, 27)));
        assertThat(reports).extracting(PeriodReport::dueOn).containsExactly(
                LocalDate.of(2016, 3, 29), LocalDate.of(2016, 9, 29), LocalDate.of(2017, 3, 29));
        assertThat(reports).extracting(PeriodReport::state).containsOnly(PeriodReportState.OPEN);
    }

    @Test
    void opensOnTheDayAfterThePeriod() {
        Grant young = activities.running(people.today().minusMonths(6).plusDays(2));
        LocalDate last = fixture.report(young, 1).days().to();
        time.moveTo(last);
        assertThat(fixture.report(young, 1).state()).isEqualTo(PeriodReportState.NOT_DUE);
        time.moveTo(last.plusDays(1));
        assertThat(fixture.report(young, 1).state()).isEqualTo(PeriodReportState.OPEN);
        assertThat(fixture.task(young, 1, "task_draftPeriodReport").dueOn()).isEqualTo(last.plusDays(30));
        assertThat(fixture.report(young, 2).state()).isEqualTo(PeriodReportState.NOT_DUE);
    }

    @Test
    @DisplayName("BR-15: from accepted activities to the frozen report, money balanced to the satang")
    void goesFromOpenToFrozen() {
        LocalDate start = grant.effectiveFrom();
        ledger.pay(grant.id(), start.plusDays(10), "600000");
        activities.deliver(activities.occurrence(grant, "4.1", 1), start, start.plusDays(3), "utilities", "12345.67");
        activities.deliver(activities.occurrence(grant, "1.1", 1), start.plusDays(40), start.plusDays(41), "services", "200000");

        Map<String, Object> form = fixture.begun(grant, 1, coordinator);
        assertThat(form).containsEntry("carriedForward", "0.00").containsEntry("received", "600,000.00");
        assertThat((List<?>) form.get("expenses")).hasSize(2);
        form.put("interest", "12.34");
        form.put("cash", "500");
        form.put("bank", "387166.67");
        form.put("nextForecast", "400000");
        fixture.complete(grant, 1, "task_draftPeriodReport", coordinator, form);
        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE);
        fixture.complete(grant, 1, "task_checkPeriodReport", people.ofProgramme(Role.MT), LIKELY);
        assertThat(fixture.report(grant, 1).mentorOpinion()).isEqualTo(MentorOpinion.LIKELY);
        fixture.complete(grant, 1, "task_acceptPeriodReport", people.ofProgramme(Role.PO), APPROVE);

        PeriodReport report = fixture.report(grant, 1);
        assertThat(report.accepted()).isTrue();
        assertThat(report.balanced()).isTrue();
        assertThat(report.money().expense()).isEqualTo(Money.parse("212345.67"));
        assertThat(report.money().inHand()).isEqualTo(Money.parse("387666.67"));
        assertThat(report.nextForecast()).isEqualTo(Money.parse("400000"));
        assertThat(report.expenses()).containsExactly(
                new ExpenseLine("1.1", "services", Money.parse("200000")),
                new ExpenseLine("4.1", "utilities", Money.parse("12345.67")));
        assertThat(reporting.dossier(report.id()).figures()).hasSize(7);
        assertThat(plans.accepted(grant.id())).allMatch(accepted -> accepted.lockedInPeriod() == 1);
        assertThat(fixture.tasks(grant, 1)).isEmpty();
        assertThat(processes.openRuns(report.id())).as("reminders end with the report").isEmpty();
        assertThat(commands()).containsSubsequence("periodReport.open", "periodReport.draft", "periodReport.submit",
                "periodReport.check", "periodReport.accept");
        assertThat(audit.verify(grant.id()).holds()).isTrue();
    }

    @Test
    @DisplayName("BR-07: a money page that misses a satang is refused, with the difference stated")
    void refusesAMoneyPageThatMissesASatang() {
        ledger.pay(grant.id(), grant.effectiveFrom(), "100");
        Completion completion = fixture.submit(grant, 1, "task_draftPeriodReport", coordinator,
                fixture.written(grant, 1, coordinator, "0", "99.99"));
        assertThat(problems(completion)).extracting(Problem::field, Problem::rule).containsExactly(tuple("bank", "BR-07"));
        assertThat(problems(completion).get(0).args())
                .containsExactly(Money.parse("100"), Money.parse("99.99"), Money.parse("0.01"));
        assertThat(fixture.report(grant, 1).version()).isZero();
    }

    @Test
    @DisplayName("BR-07: amounts that the system knows cannot be stated otherwise")
    void refusesOtherAmountsThanTheLedgerKnows() {
        Map<String, Object> form = fixture.written(grant, 1, coordinator, "0", "10");
        form.put("received", "10");
        assertThat(problems(fixture.submit(grant, 1, "task_draftPeriodReport", coordinator, form)))
                .extracting(Problem::field, Problem::rule)
                .containsExactly(tuple("received", "BR-07"));
        form.put("received", "0");
        form.put("carriedForward", "10");
        assertThat(problems(fixture.submit(grant, 1, "task_draftPeriodReport", coordinator, form)))
                .extracting(Problem::field, Problem::rule)
                .containsExactly(tuple("carriedForward", "BR-07"));
    }

    @Test
    void refusesLinesThatDoNotFit() {
        Map<String, Object> form = fixture.written(grant, 1, coordinator, "0", "0");
        form.put("activities", List.of(Map.of("activityCode", "4.4", "percent", 50, "result", "x")));
        form.put("expenses", List.of(
                Map.of("activityCode", "9.9", "costHead", "services", "amount", "1"),
                Map.of("activityCode", "4.1", "costHead", "jewels", "amount", "1"),
                Map.of("activityCode", "4.1", "costHead", "services", "amount", "-2"),
                Map.of("activityCode", "4.1", "costHead", "services", "amount", "1")));
        form.put("interest", "-1");
        assertThat(problems(fixture.submit(grant, 1, "task_draftPeriodReport", coordinator, form)))
                .extracting(Problem::messageKey)
                .contains("progress.problem.activityNotInPeriod", "progress.problem.activityMissing",
                        "progress.problem.unknownActivity", "progress.problem.unknownHead",
                        "progress.problem.notPositive", "progress.problem.expenseTwice", "progress.problem.negative",
                        "progress.problem.balance");
    }

    @Test
    @DisplayName("BR-49: a period report cannot state an institute fee that no accepted activity report states")
    void refusesAnInstituteFeeThatIsNotAccepted() {
        Map<String, Object> form = fixture.written(grant, 1, coordinator, "0", "-1");
        form.put("expenses", List.of(Map.of("activityCode", "4.4", "costHead", "remuneration", "amount", "1")));
        assertThat(problems(fixture.submit(grant, 1, "task_draftPeriodReport", coordinator, form)))
                .extracting(Problem::field, Problem::rule)
                .containsExactly(tuple("expenses[0].amount", "BR-49"));
    }

    @Test
    void leadMayGiveTheDraftBackWithoutANewVersion() {
        draft("0");
        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), RETURN);
        draft("0");
        assertThat(fixture.report(grant, 1).version()).isEqualTo(1);
        assertThat(fixture.report(grant, 1).firstSubmittedOn()).isNull();
    }

    @Test
    @DisplayName("a payment between writing and sending makes the money page untrue: it goes back first")
    void refusesToSendWhatIsNoLongerTrue() {
        draft("0");
        ledger.pay(grant.id(), grant.effectiveFrom(), "1");
        assertThat(problems(fixture.submit(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE)))
                .extracting(Problem::messageKey)
                .containsExactly("progress.problem.staleReceived");
        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), RETURN);
        draft("1");
        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE);
    }

    @Test
    @DisplayName("a return makes the approvals before it void and says which; the next version goes the whole way again")
    void returnVoidsApprovalsAndBeginsANewVersion() {
        draft("0");
        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE);
        LocalDate firstSent = people.today();
        fixture.complete(grant, 1, "task_checkPeriodReport", people.ofProgramme(Role.MT), LIKELY);
        fixture.complete(grant, 1, "task_acceptPeriodReport", people.ofProgramme(Role.PO), RETURN);

        PeriodReport returned = fixture.report(grant, 1);
        assertThat(returned.state()).isEqualTo(PeriodReportState.RETURNED);
        assertThat(returned.mentorOpinion()).isNull();
        assertThat(reporting.dossier(returned.id()).decisions()).extracting(Decision::voided)
                .containsExactly(false, true, false);
        assertThat(fixture.task(grant, 1, "task_draftPeriodReport").dueOn())
                .isEqualTo(people.today().plusDays(people.programme().timeLimits().correction()));

        time.moveTo(people.today().plusDays(1));
        draft("0");
        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE);
        fixture.complete(grant, 1, "task_checkPeriodReport", people.ofProgramme(Role.MT), RETURN);
        draft("0");
        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE);
        assertThat(fixture.steps(grant, 1)).containsExactly("task_checkPeriodReport");
        assertThat(fixture.report(grant, 1).version()).isEqualTo(3);
        assertThat(fixture.report(grant, 1).firstSubmittedOn()).as("lateness is judged by the first submission").isEqualTo(firstSent);
        assertThat(reporting.dossier(returned.id()).versions()).hasSize(3);
    }

    @Test
    @DisplayName("SD1: who wrote or sent a report does not see the task of judging it")
    void keepsAuthorAndSenderFromJudging() {
        Actor author = people.withFurtherPost(people.withFurtherPost(coordinator, Role.MT), Role.PO);
        Actor sender = people.withFurtherPost(people.withFurtherPost(people.ofGrantee(Role.GL), Role.MT), Role.PO);
        fixture.complete(grant, 1, "task_draftPeriodReport", author, fixture.written(grant, 1, author, "0", "0"));
        fixture.complete(grant, 1, "task_submitPeriodReport", sender, APPROVE);
        for (Actor own : List.of(author, sender)) {
            assertThat(fixture.submit(grant, 1, "task_checkPeriodReport", own, LIKELY)).isInstanceOf(Completion.Unknown.class);
        }
        fixture.complete(grant, 1, "task_checkPeriodReport", people.ofProgramme(Role.MT), LIKELY);
        for (Actor own : List.of(author, sender)) {
            assertThat(fixture.submit(grant, 1, "task_acceptPeriodReport", own, APPROVE)).isInstanceOf(Completion.Unknown.class);
            assertThat(reporting.accept(fixture.report(grant, 1).id(),
                            new PeriodReporting.AcceptReport(org.thun.progress.PeriodDossier.Verdict.APPROVE, null, null, null), own.as(Role.PO))
                    .problems()).extracting(Problem::rule).containsExactly("SD1");
        }
    }

    @Test
    void mentorStatesAnOpinionWhenPassing() {
        draft("0");
        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE);
        assertThat(problems(fixture.submit(grant, 1, "task_checkPeriodReport", people.ofProgramme(Role.MT), APPROVE)))
                .extracting(Problem::field)
                .containsExactly("opinion");
    }

    @Test
    @DisplayName("reports in arrears: the second may be written and checked, but not accepted before the first")
    void acceptsReportsInOrder() {
        Grant old = activities.running(people.today().minusMonths(12).minusDays(3));
        Map<String, Object> second = fixture.written(old, 2, coordinator, "0", "0");
        assertThat(problems(fixture.submit(old, 2, "task_draftPeriodReport", coordinator, nothing(second))))
                .extracting(Problem::messageKey)
                .contains("progress.problem.previousUnwritten");

        fixture.complete(old, 1, "task_draftPeriodReport", coordinator, fixture.written(old, 1, coordinator, "0", "0"));
        second = fixture.written(old, 2, coordinator, "0", "0");
        fixture.complete(old, 2, "task_draftPeriodReport", coordinator, second);
        fixture.complete(old, 2, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE);
        fixture.complete(old, 2, "task_checkPeriodReport", people.ofProgramme(Role.MT), LIKELY);
        assertThat(problems(fixture.submit(old, 2, "task_acceptPeriodReport", people.ofProgramme(Role.PO), APPROVE)))
                .extracting(Problem::messageKey)
                .containsExactly("progress.problem.earlierOpen");

        fixture.complete(old, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE);
        fixture.complete(old, 1, "task_checkPeriodReport", people.ofProgramme(Role.MT), LIKELY);
        fixture.complete(old, 1, "task_acceptPeriodReport", people.ofProgramme(Role.PO), APPROVE);
        fixture.complete(old, 2, "task_acceptPeriodReport", people.ofProgramme(Role.PO), APPROVE);
        assertThat(fixture.report(old, 2).accepted()).isTrue();
    }

    @Test
    @DisplayName("BR-15: what is accepted after its period was closed enters the next report, and the frozen one stays")
    void takesLateCostsIntoTheNextPeriod() {
        Grant old = activities.running(people.today().minusMonths(12).minusDays(3));
        LocalDate start = old.effectiveFrom();
        ledger.pay(old.id(), start, "1000");
        fixture.accept(old, 1, "1000");
        activities.plan(activities.occurrence(old, "4.1", 1), start, start, "300");
        Map<String, Object> late = new HashMap<>(ActivityFixture.report(start, start, "utilities", "300"));
        late.put("correctionReason", "ใบเสร็จมาช้า");
        var office = activities.occurrence(old, "4.1", 1);
        activities.complete(office, "task_reportActivity", coordinator, late);
        activities.complete(office, "task_checkActivityReport", people.ofProgramme(Role.MT), APPROVE);
        activities.complete(office, "task_acceptActivityReport", people.ofProgramme(Role.PO), APPROVE);

        assertThat(fixture.report(old, 1).money().expense()).isEqualTo(Money.ZERO);
        fixture.accept(old, 2, "700");
        assertThat(fixture.report(old, 2).money().carriedForward()).isEqualTo(Money.parse("1000"));
        assertThat(fixture.report(old, 2).expenses()).containsExactly(new ExpenseLine("4.1", "utilities", Money.parse("300")));
    }

    @Test
    @DisplayName("BR-13, BR-14: each reminder once, overdue the day after, one call task at +30, also after repetition")
    void remindsAndEscalatesOnce() {
        PeriodReport report = fixture.report(grant, 1);
        LocalDate due = report.dueOn();
        time.moveTo(due);
        assertThat(offsets(report)).containsExactly(-7, -2, 0);
        assertThat(reporting.dossier(report.id()).isOverdue()).isFalse();
        time.moveTo(due.plusDays(1));
        assertThat(reporting.dossier(report.id()).overdueSince()).isEqualTo(due.plusDays(1));
        time.moveTo(due.plusDays(29));
        assertThat(offsets(report)).containsExactly(-7, -2, 0, 1, 7, 15);
        assertThat(fixture.steps(grant, 1)).containsExactly("task_draftPeriodReport");
        time.moveTo(due.plusDays(30));
        assertThat(fixture.steps(grant, 1)).containsExactly("task_callGrantee", "task_draftPeriodReport");

        reporting.noteDue(report.id());
        reporting.noteDue(report.id());
        time.moveTo(due.plusDays(35));
        assertThat(offsets(report)).containsExactly(-7, -2, 0, 1, 7, 15, 30);
        assertThat(fixture.steps(grant, 1)).containsExactly("task_callGrantee", "task_draftPeriodReport");
        assertThat(commands()).filteredOn("periodReport.remind"::equals).hasSize(6);
        assertThat(commands()).filteredOn("periodReport.overdue"::equals).hasSize(1);

        assertThat(problems(fixture.submit(grant, 1, "task_callGrantee", people.ofProgramme(Role.PO),
                        Map.of("calledOn", people.today().plusDays(1).toString(), "spokeWith", "มาลี", "outcome", "x"))))
                .extracting(Problem::field)
                .containsExactly("calledOn");
        fixture.complete(grant, 1, "task_callGrantee", people.ofProgramme(Role.PO),
                Map.of("calledOn", people.today().toString(), "spokeWith", "มาลี", "outcome", "จะส่งสัปดาห์หน้า",
                        "promisedOn", people.today().plusDays(7).toString()));
        assertThat(fixture.steps(grant, 1)).containsExactly("task_draftPeriodReport");
        assertThat(reporting.dossier(report.id()).calls()).hasSize(1);

        fixture.accept(grant, 1, "0");
        assertThat(fixture.report(grant, 1).daysLate(people.today())).isEqualTo(35);
        assertThat(processes.openRuns(report.id())).isEmpty();
    }

    @Test
    void doesNotRemindOnceTheReportIsSent() {
        PeriodReport report = fixture.report(grant, 1);
        draft("0");
        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE);
        time.moveTo(report.dueOn().plusDays(31));
        assertThat(offsets(report)).isEmpty();
        assertThat(fixture.steps(grant, 1)).containsExactly("task_checkPeriodReport");
    }

    @Test
    @DisplayName("a report that opens long after its due day is overdue at once; reminders before the due day are not made up")
    void isOverdueAtOnceWhenOpenedTooLate() {
        Grant old = activities.running(people.today().minusMonths(6).minusDays(65));
        time.moveTo(people.today().plusDays(1));
        assertThat(offsets(fixture.report(old, 1))).containsExactly(1, 7, 15, 30);
        assertThat(fixture.steps(old, 1)).containsExactly("task_callGrantee", "task_draftPeriodReport");
    }

    @Test
    @DisplayName("BR-13: the first reminder comes thirty days ahead, while the period still runs")
    void remindsBeforeTheReportOpens() {
        Grant young = activities.running(people.today().minusMonths(6).plusDays(3));
        PeriodReport report = fixture.report(young, 1);
        time.moveTo(report.dueOn().minusDays(31));
        assertThat(offsets(report)).isEmpty();
        time.moveTo(report.dueOn().minusDays(30));
        assertThat(fixture.report(young, 1).state()).isEqualTo(PeriodReportState.NOT_DUE);
        assertThat(offsets(report)).containsExactly(-30);
        time.moveTo(report.dueOn().minusDays(7));
        assertThat(offsets(report)).containsExactly(-30, -7);
    }

    @Test
    @DisplayName("BR-13, BR-14: +60 asks the officer about suspension, +90 the director, once each and whether or not anybody called")
    void escalatesToSuspensionAndDirector() {
        PeriodReport report = fixture.report(grant, 1);
        LocalDate due = report.dueOn();
        time.moveTo(due.plusDays(60));
        assertThat(fixture.steps(grant, 1))
                .containsExactly("task_callGrantee", "task_draftPeriodReport", "task_proposeSuspension");
        time.moveTo(due.plusDays(90));
        reporting.noteDue(report.id());
        assertThat(offsets(report)).containsExactly(-7, -2, 0, 1, 7, 15, 30, 60, 90);
        assertThat(fixture.steps(grant, 1)).containsExactly("task_callGrantee", "task_decideLateReport",
                "task_draftPeriodReport", "task_proposeSuspension");
        time.moveTo(due.plusDays(120));
        assertThat(fixture.steps(grant, 1)).as("nothing comes twice").hasSize(4);

        Actor officer = people.ofProgramme(Role.PO);
        assertThat(fixture.submit(grant, 1, "task_decideLateReport", officer, late("WAIT", people.today().plusDays(10))))
                .as("the director decides").isInstanceOf(Completion.Unknown.class);
        assertThat(problems(fixture.submit(grant, 1, "task_proposeSuspension", officer, late("WAIT", people.today()))))
                .extracting(Problem::field, Problem::rule).containsExactly(tuple("until", "BR-14"));
        fixture.complete(grant, 1, "task_proposeSuspension", officer, late("WAIT", people.today().plusDays(10)));
        fixture.complete(grant, 1, "task_decideLateReport", people.ofProgramme(Role.AP), late("PROPOSE", null));
        assertThat(reporting.dossier(report.id()).escalations())
                .extracting(PeriodDossier.Escalated::step, PeriodDossier.Escalated::decision, PeriodDossier.Escalated::role)
                .containsExactly(
                        tuple(EscalationStep.SUSPENSION_PROPOSAL, PeriodDossier.LateDecision.WAIT, Role.PO),
                        tuple(EscalationStep.DIRECTOR, PeriodDossier.LateDecision.PROPOSE, Role.AP));
        assertThat(commands()).contains("periodReport.waitLonger", "periodReport.proposeSuspension");
        assertThat(people.steps(grant.id())).as("a right is never deleted silently").contains("task_draftPeriodReport");
    }

    @Test
    @DisplayName("BR-13: what came due while the application was down is made up, each escalation once")
    void makesUpEscalationsAfterAStandstill() {
        Grant old = activities.running(people.today().minusMonths(6).minusDays(125));
        time.moveTo(people.today().plusDays(1));
        assertThat(offsets(fixture.report(old, 1))).containsExactly(1, 7, 15, 30, 60, 90);
        assertThat(fixture.steps(old, 1)).containsExactly("task_callGrantee", "task_decideLateReport",
                "task_draftPeriodReport", "task_proposeSuspension");
        time.moveTo(people.today().plusDays(3));
        assertThat(fixture.steps(old, 1)).hasSize(4);
    }

    @Test
    @DisplayName("nobody proposes to suspend for a report that has come meanwhile")
    void refusesToProposeOnceTheReportIsSent() {
        time.moveTo(fixture.report(grant, 1).dueOn().plusDays(60));
        draft("0");
        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE);
        assertThat(problems(fixture.submit(grant, 1, "task_proposeSuspension", people.ofProgramme(Role.PO),
                late("PROPOSE", null)))).extracting(Problem::messageKey).containsExactly("progress.problem.sentMeanwhile");
        fixture.complete(grant, 1, "task_checkPeriodReport", people.ofProgramme(Role.MT), LIKELY);
        fixture.complete(grant, 1, "task_acceptPeriodReport", people.ofProgramme(Role.PO), APPROVE);
        assertThat(processes.openRuns(fixture.report(grant, 1).id())).as("acceptance ends what was asked about").isEmpty();
    }

    @Test
    @DisplayName("a returned report that comes again has its own due day: its lateness is shown apart")
    void showsLatenessOfAResubmissionApart() {
        int given = people.programme().timeLimits().correction();
        draft("0");
        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE);
        LocalDate returned = people.today();
        fixture.complete(grant, 1, "task_checkPeriodReport", people.ofProgramme(Role.MT), RETURN);
        time.moveTo(returned.plusDays(given + 3));
        draft("0");
        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE);
        PeriodDossier file = reporting.dossier(fixture.report(grant, 1).id());
        assertThat(file.report().daysLate(people.today())).as("the report itself was in time").isNegative();
        assertThat(file.resubmissions(given)).singleElement().satisfies(again -> {
            assertThat(again.versionNo()).isEqualTo(2);
            assertThat(again.dueOn()).isEqualTo(returned.plusDays(given));
            assertThat(again.daysLate(people.today())).isEqualTo(3);
        });
        fixture.complete(grant, 1, "task_checkPeriodReport", people.ofProgramme(Role.MT), LIKELY);
        fixture.complete(grant, 1, "task_acceptPeriodReport", people.ofProgramme(Role.PO), RETURN);
        PeriodDossier back = reporting.dossier(file.report().id());
        assertThat(back.voidedBy(back.decisions().get(back.decisions().size() - 1)))
                .extracting(Decision::step).containsExactly(PeriodDossier.Step.MENTOR_CHECK);
    }

    private Map<String, Object> late(String decision, LocalDate until) {
        Map<String, Object> form = new HashMap<>(Map.of("decision", decision, "reason", "ยังไม่ส่งรายงานและติดต่อไม่ได้"));
        if (until != null) {
            form.put("until", until.toString());
        }
        return form;
    }

    private void draft(String bank) {
        fixture.complete(grant, 1, "task_draftPeriodReport", coordinator,
                fixture.written(grant, 1, coordinator, "0", bank));
    }

    private static Map<String, Object> nothing(Map<String, Object> form) {
        Map<String, Object> copy = new HashMap<>(form);
        copy.put("carriedForward", "0");
        return copy;
    }

    private List<Integer> offsets(PeriodReport report) {
        return reporting.dossier(report.id()).notices().stream().map(Notice::offsetDays).toList();
    }

    private List<String> commands() {
        return audit.stream(grant.id()).stream().map(AuditEntry::command).toList();
    }

    private static List<Problem> problems(Completion completion) {
        assertThat(completion).isInstanceOf(Completion.Refused.class);
        return ((Completion.Refused) completion).problems();
    }
}
