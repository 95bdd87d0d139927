package org.thun.activities.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.thun.activities.ActivityFixture.plan;
import static org.thun.activities.ActivityFixture.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.activities.ActivityDelivery;
import org.thun.activities.ActivityDossier.Decision;
import org.thun.activities.ActivityFixture;
import org.thun.activities.ActivityPlans;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.activities.ReportState;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.testing.ThunTest;
import org.thun.workflow.ProcessRun;
import org.thun.workflow.Processes;
import org.thun.workflow.TrainingClock;

@ThunTest
class ActivityDeliveryProcessTests {

    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");
    private static final Map<String, Object> RETURN = Map.of("decision", "RETURN", "comments", "แก้ให้ครบ");

    @Autowired
    ActivityFixture fixture;

    @Autowired
    GrantFixture people;

    @Autowired
    ActivityPlans plans;

    @Autowired
    ActivityDelivery delivery;

    @Autowired
    Processes processes;

    @Autowired
    TrainingClock time;

    @Autowired
    AuditTrail audit;

    @Autowired
    TaskDesk desk;

    @Autowired
    PlatformTransactionManager transactions;

    LocalDate today;
    Grant grant;
    Occurrence office;

    @BeforeEach
    void begin() {
        today = people.today();
        grant = fixture.running(today);
        office = fixture.occurrence(grant, "4.1", 1);
    }

    @Test
    @DisplayName("marks give one occurrence each, bars and continuous work one per reporting period: 32 in all")
    void laysOutTheScheduleOfTheReferenceProgramme() {
        List<Occurrence> occurrences = plans.ofGrant(grant.id());
        assertThat(occurrences).hasSize(32);
        assertThat(occurrences).filteredOn(Occurrence::mark).hasSize(5);
        assertThat(occurrences).filteredOn(o -> o.activityCode().equals("3.1")).hasSize(3).allMatch(Occurrence::endAssumed);
        assertThat(occurrences).filteredOn(o -> o.activityCode().equals("4.1")).hasSize(3).noneMatch(Occurrence::endAssumed);
        assertThat(occurrences).filteredOn(o -> o.activityCode().equals("2.2")).isEmpty();
    }

    @Test
    void opensOnlyWhatItsMonthHasCome() {
        assertThat(plans.ofGrant(grant.id()))
                .filteredOn(o -> o.state() == OccurrenceState.READY)
                .extracting(Occurrence::activityCode)
                .containsExactly("4.1", "4.2", "4.3");
        Occurrence course = fixture.occurrence(grant, "1.1", 1);
        time.moveTo(course.days().from().minusDays(1));
        assertThat(fixture.occurrence(grant, "1.1", 1).state()).isEqualTo(OccurrenceState.PLANNED);

        time.moveTo(course.days().from());
        assertThat(fixture.occurrence(grant, "1.1", 1).state()).isEqualTo(OccurrenceState.READY);
        assertThat(fixture.task(course, "task_planActivity").dueOn()).isEqualTo(course.days().to());
        assertThat(runs(course)).hasSize(1);
    }

    @Test
    void goesFromPlanToAcceptedReport() {
        fixture.complete(office, "task_planActivity", people.ofGrantee(Role.GC), plan(today, today, "90,000.50"));
        fixture.complete(office, "task_approveActivity", people.ofProgramme(Role.PO), APPROVE);
        assertThat(now().state()).isEqualTo(OccurrenceState.IN_PROGRESS);
        assertThat(fixture.task(office, "task_reportActivity").dueOn()).isEqualTo(
                today.plusDays(people.programme().timeLimits().activityReport()));

        fixture.complete(office, "task_reportActivity", people.ofGrantee(Role.GC),
                report(today, today, "utilities", "๘๘,๐๐๐.๒๕"));
        assertThat(now().state()).isEqualTo(OccurrenceState.REPORTED);
        fixture.complete(office, "task_checkActivityReport", people.ofProgramme(Role.MT), APPROVE);
        fixture.complete(office, "task_acceptActivityReport", people.ofProgramme(Role.PO), APPROVE);

        assertThat(now().state()).isEqualTo(OccurrenceState.ACCEPTED);
        assertThat(now().acceptedCost()).isEqualTo(Money.parse("88000.25"));
        assertThat(runs(office)).singleElement().matches(run -> !run.isOpen());
        assertThat(commands()).containsSubsequence("activity.layOut", "activity.open", "activity.plan",
                "activity.approve", "activity.report", "activity.check", "activity.accept");
        assertThat(audit.verify(grant.id()).holds()).isTrue();
    }

    @Test
    void returnsThePlanWithCommentsAndShowsThemToTheCoordinator() {
        Actor coordinator = people.ofGrantee(Role.GC);
        fixture.complete(office, "task_planActivity", coordinator, plan(today, today, "1000"));
        assertThat(problems(fixture.submit(office, "task_approveActivity", people.ofProgramme(Role.PO),
                        Map.of("decision", "RETURN"))))
                .extracting(Problem::field)
                .containsExactly("comments");
        fixture.complete(office, "task_approveActivity", people.ofProgramme(Role.PO), RETURN);

        OpenTask task = fixture.task(office, "task_planActivity");
        assertThat(task.dueOn()).isEqualTo(today.plusDays(people.programme().timeLimits().correction()));
        var page = desk.view(task.taskId(), coordinator).orElseThrow().page();
        assertThat(page.values()).containsEntry("budget", Money.parse("1000")).containsEntry("firstDay", today);
        assertThat(page.facts().sections()).anyMatch(section -> section.titleKey().equals("activities.facts.decisions"));
    }

    @Test
    @DisplayName("BR-32: a plan above the officer's limit needs the board; its return voids the officer's approval")
    void asksTheBoardAboveTheOfficersLimit() {
        Occurrence staff = fixture.occurrence(grant, "4.2", 1);
        Actor officerAndBoard = people.withFurtherPost(people.ofProgramme(Role.PO), Role.AP);
        fixture.complete(staff, "task_planActivity", people.ofGrantee(Role.GC), plan(today, today, "200000.01"));
        fixture.complete(staff, "task_approveActivity", officerAndBoard, APPROVE);
        assertThat(fixture.submit(staff, "task_approveActivityByBoard", officerAndBoard, APPROVE))
                .as("two approvals are two people")
                .isInstanceOf(Completion.Unknown.class);

        fixture.complete(staff, "task_approveActivityByBoard", people.ofProgramme(Role.AP), RETURN);
        assertThat(delivery.dossier(staff.id()).decisions()).extracting(Decision::voided).containsExactly(true, false);

        fixture.plan(staff, today, today, "200000.01");
        assertThat(fixture.occurrence(grant, "4.2", 1).state()).isEqualTo(OccurrenceState.IN_PROGRESS);
        assertThat(delivery.dossier(staff.id()).decisions()).extracting(Decision::voided)
                .containsExactly(true, false, false, false);
    }

    @Test
    void needsNoBoardAtTheLimit() {
        Occurrence staff = fixture.occurrence(grant, "4.2", 1);
        fixture.complete(staff, "task_planActivity", people.ofGrantee(Role.GC), plan(today, today, "200000"));
        fixture.complete(staff, "task_approveActivity", people.ofProgramme(Role.PO), APPROVE);
        assertThat(fixture.tasks(staff)).extracting(OpenTask::elementId).containsExactly("task_reportActivity");
    }

    @Test
    void givesAnActivityUpWithAnApprovedReason() {
        Actor coordinator = people.ofGrantee(Role.GC);
        assertThat(problems(fixture.submit(office, "task_planActivity", coordinator, Map.of("intent", "CANCEL"))))
                .extracting(Problem::field)
                .containsExactly("note");
        fixture.complete(office, "task_planActivity", coordinator, Map.of("intent", "CANCEL", "note", "รวมกับงานอื่น"));
        fixture.complete(office, "task_approveActivity", people.ofProgramme(Role.PO), APPROVE);

        assertThat(now().state()).isEqualTo(OccurrenceState.CANCELLED);
        assertThat(fixture.tasks(office)).isEmpty();
        assertThat(audit.stream(grant.id())).anyMatch(entry -> entry.command().equals("activity.cancel")
                && "รวมกับงานอื่น".equals(entry.reason()));
    }

    @Test
    void namesEverythingMissingInAPlanAtOnce() {
        assertThat(problems(fixture.submit(office, "task_planActivity", people.ofGrantee(Role.GC), Map.of("intent", "HOLD"))))
                .extracting(Problem::field)
                .containsExactly("firstDay", "lastDay", "place", "budget");
    }

    @Test
    @DisplayName("BR-01: a plan may not take more than what is left of its activity's agreed budget")
    void refusesAPlanAboveTheBudgetOfItsActivity() {
        Actor coordinator = people.ofGrantee(Role.GC);
        assertThat(problems(fixture.submit(office, "task_planActivity", coordinator, plan(today, today, "300000.01"))))
                .extracting(Problem::field, Problem::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("budget", "BR-01"));
        fixture.complete(office, "task_planActivity", coordinator, plan(today, today, "300000"));
    }

    @Test
    @DisplayName("BR-11: days outside the term of the grant are refused")
    void refusesDaysOutsideTheTerm() {
        Actor coordinator = people.ofGrantee(Role.GC);
        assertThat(problems(fixture.submit(office, "task_planActivity", coordinator,
                        plan(today.minusDays(1), grant.endsOn().plusDays(1), "10"))))
                .extracting(Problem::rule)
                .containsExactly("BR-11", "BR-11");
        fixture.plan(office, today, today, "10");
        assertThat(problems(fixture.submit(office, "task_reportActivity", coordinator,
                        report(today.minusDays(1), today, "utilities", "10"))))
                .extracting(Problem::rule)
                .containsExactly("BR-11");
    }

    @Test
    void refusesAReportOfDaysThatHaveNotCome() {
        fixture.plan(office, today, today.plusDays(3), "10");
        assertThat(problems(fixture.submit(office, "task_reportActivity", people.ofGrantee(Role.GC),
                        report(today, today.plusDays(3), "utilities", "10"))))
                .extracting(Problem::messageKey)
                .containsExactly("activities.problem.future");
    }

    @Test
    @DisplayName("BR-01: costs above the activity's budget, of unknown heads or without amount are refused, line by line")
    void refusesCostsThatDoNotFit() {
        fixture.plan(office, today, today, "300000");
        Map<String, Object> report = new HashMap<>(report(today, today, "utilities", "300000"));
        report.put("costs", List.of(Map.of("costHead", "utilities", "amount", "300000.00"),
                Map.of("costHead", "jewels", "amount", "0.01"), Map.of("costHead", "materials", "amount", "0")));
        assertThat(problems(fixture.submit(office, "task_reportActivity", people.ofGrantee(Role.GC), report)))
                .extracting(Problem::field)
                .containsExactly("costs[1].costHead", "costs[2].amount", "costs");
        assertThat(delivery.dossier(office.id()).reports()).isEmpty();
    }

    @Test
    @DisplayName("postponed with an approved reason: planned anew in its new month, the agreed one stays readable")
    void postponesToALaterMonth() {
        Occurrence course = opened("1.1", 1);
        Actor coordinator = people.ofGrantee(Role.GC);
        assertThat(problems(fixture.submit(course, "task_planActivity", coordinator, Map.of("intent", "POSTPONE"))))
                .extracting(Problem::field)
                .containsExactly("note", "postponeTo");
        assertThat(problems(fixture.submit(course, "task_planActivity", coordinator,
                        Map.of("intent", "POSTPONE", "note", "น้ำท่วม", "postponeTo", 19))))
                .extracting(Problem::rule)
                .containsExactly("BR-11");
        assertThat(problems(fixture.submit(course, "task_planActivity", coordinator,
                        Map.of("intent", "POSTPONE", "note", "น้ำท่วม", "postponeTo", 2))))
                .extracting(Problem::messageKey)
                .containsExactly("activities.problem.postponeLater");
        fixture.complete(course, "task_planActivity", coordinator,
                Map.of("intent", "POSTPONE", "note", "น้ำท่วม", "postponeTo", 7));
        fixture.complete(course, "task_approveActivity", people.ofProgramme(Role.PO), APPROVE);

        Occurrence now = fixture.occurrence(grant, "1.1", 1);
        assertThat(now.state()).isEqualTo(OccurrenceState.READY);
        assertThat(now.moved()).isTrue();
        assertThat(now.agreedFirstMonth()).isEqualTo(2);
        assertThat(now.days()).isEqualTo(grant.months().month(7));
        assertThat(now.periodNo()).isGreaterThan(course.periodNo());
        assertThat(fixture.task(course, "task_planActivity").dueOn()).isEqualTo(grant.months().month(7).to());
        assertThat(commands()).contains("activity.postpone");
    }

    @Test
    @DisplayName("giving up what an indicator waits for needs words on its target")
    void asksWhatACancelledActivityMeansForItsTarget() {
        Occurrence course = opened("1.1", 1);
        Actor coordinator = people.ofGrantee(Role.GC);
        assertThat(problems(fixture.submit(course, "task_planActivity", coordinator,
                        Map.of("intent", "CANCEL", "note", "ไม่มีวิทยากร"))))
                .extracting(Problem::field)
                .containsExactly("targetImpact");
        fixture.complete(course, "task_planActivity", coordinator,
                Map.of("intent", "CANCEL", "note", "ไม่มีวิทยากร", "targetImpact", "ขาด 40 คน ชดเชยในรุ่นที่ 2"));
        fixture.complete(course, "task_approveActivity", people.ofProgramme(Role.PO), APPROVE);
        assertThat(fixture.occurrence(grant, "1.1", 1).state()).isEqualTo(OccurrenceState.CANCELLED);
        assertThat(delivery.budget(fixture.occurrence(grant, "1.1", 2)).free())
                .as("its budget is free again")
                .isEqualTo(Money.parse("500000"));
    }

    @Test
    @DisplayName("BR-39: each person is counted once, person-days apart; a list of people needs a ground and a purpose")
    void countsPeopleOnceAndPersonDaysApart() {
        LocalDate second = today.plusDays(1);
        fixture.plan(office, today, second, "100");
        time.moveTo(second);
        Map<String, Object> report = new HashMap<>(report(today, second, "utilities", "100"));
        report.put("attendance", List.of(
                Map.of("day", today.toString(), "people", 39),
                Map.of("day", today.toString(), "people", 10),
                Map.of("day", today.minusDays(3).toString(), "people", 1)));
        assertThat(problems(fixture.submit(office, "task_reportActivity", people.ofGrantee(Role.GC), report)))
                .extracting(Problem::field)
                .containsExactly("attendance[0].people", "attendance[1].day", "attendance[2].day", "listGround",
                        "listPurpose");

        report.put("attendance", List.of(
                Map.of("day", today.toString(), "people", 36), Map.of("day", second.toString(), "people", 30)));
        report.put("listGround", "CONSENT");
        report.put("listPurpose", "ยืนยันผู้ผ่านหลักสูตร");
        report.put("lessons", "เริ่มเช้าขึ้น");
        fixture.complete(office, "task_reportActivity", people.ofGrantee(Role.GC), report);
        var filed = delivery.dossier(office.id()).newestReport().orElseThrow();
        assertThat(filed.participants()).isEqualTo(38);
        assertThat(filed.personDays()).isEqualTo(66);
        assertThat(filed.lessons()).isEqualTo("เริ่มเช้าขึ้น");
    }

    @Test
    @DisplayName("BR-12: cash only up to the limit a slip, in Thai digits too")
    void refusesCashAboveTheLimitOfASlip() {
        fixture.plan(office, today, today, "300000");
        Map<String, Object> report = new HashMap<>(report(today, today, "utilities", "9000"));
        report.put("costs", List.of(Map.of("costHead", "utilities", "amount", "๙,๐๐๐", "largestCash", "๕,๐๐๐.๐๑")));
        assertThat(problems(fixture.submit(office, "task_reportActivity", people.ofGrantee(Role.GC), report)))
                .extracting(Problem::field, Problem::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("costs[0].largestCash", "BR-12"));
        report.put("costs", List.of(Map.of("costHead", "utilities", "amount", "9000", "largestCash", "5000")));
        fixture.complete(office, "task_reportActivity", people.ofGrantee(Role.GC), report);
    }

    @Test
    @DisplayName("accepted in part: refused cost lines return to the balance of the activity, line by line")
    void acceptsInPart() {
        fixture.plan(office, today, today, "300000");
        Map<String, Object> report = new HashMap<>(report(today, today, "utilities", "1"));
        report.put("costs", List.of(Map.of("costHead", "utilities", "amount", "1000.50"),
                Map.of("costHead", "materials", "amount", "200.25")));
        fixture.complete(office, "task_reportActivity", people.ofGrantee(Role.GC), report);
        fixture.complete(office, "task_checkActivityReport", people.ofProgramme(Role.MT), APPROVE);
        assertThat(problems(fixture.submit(office, "task_acceptActivityReport", people.ofProgramme(Role.PO),
                        Map.of("decision", "APPROVE", "lines", List.of(Map.of("line", "3", "reason", "ไม่มี"))))))
                .extracting(Problem::field)
                .containsExactly("lines[0].line");
        fixture.complete(office, "task_acceptActivityReport", people.ofProgramme(Role.PO),
                Map.of("decision", "APPROVE", "lines", List.of(Map.of("line", "2", "reason", "ไม่มีใบเสร็จ"))));

        assertThat(now().acceptedCost()).isEqualTo(Money.parse("1000.50"));
        assertThat(plans.accepted(grant.id())).singleElement().matches(accepted -> accepted.costs().size() == 1);
        assertThat(delivery.budget(fixture.occurrence(grant, "4.1", 2)).free()).isEqualTo(Money.parse("298999.50"));
        var filed = delivery.dossier(office.id()).newestReport().orElseThrow();
        assertThat(filed.inPart()).isTrue();
        assertThat(filed.taken()).isEqualTo(Money.parse("1000.50"));
        assertThat(commands()).contains("activity.acceptInPart");
    }

    @Test
    @DisplayName("returned line by line: the coordinator reads which cost has to be corrected")
    void returnsLineByLine() {
        fixture.plan(office, today, today, "100");
        fixture.complete(office, "task_reportActivity", people.ofGrantee(Role.GC), report(today, today, "utilities", "100"));
        fixture.complete(office, "task_checkActivityReport", people.ofProgramme(Role.MT), APPROVE);
        fixture.complete(office, "task_acceptActivityReport", people.ofProgramme(Role.PO), Map.of("decision", "RETURN",
                "comments", "แก้รายการ 1", "lines", List.of(Map.of("line", "1", "reason", "ผิดหมวด"))));
        assertThat(delivery.dossier(office.id()).newestReport().orElseThrow().costs()).singleElement()
                .matches(cost -> !cost.refused() && cost.remark().equals("ผิดหมวด"));
        assertThat(fixture.tasks(office)).extracting(OpenTask::elementId).containsExactly("task_reportActivity");
    }

    @Test
    @DisplayName("BR-16: days in a closed period need a reason, and then enter the next report")
    void asksForAReasonOnceThePeriodIsClosed() {
        fixture.plan(office, today, today, "100");
        new TransactionTemplate(transactions).executeWithoutResult(
                status -> plans.lock(grant.id(), 1, today, people.ofProgramme(Role.PO).as(Role.PO)));
        Map<String, Object> report = new HashMap<>(report(today, today, "utilities", "100"));
        assertThat(problems(fixture.submit(office, "task_reportActivity", people.ofGrantee(Role.GC), report)))
                .extracting(Problem::field, Problem::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("correctionReason", "BR-16"));

        report.put("correctionReason", "ใบเสร็จมาช้า");
        fixture.complete(office, "task_reportActivity", people.ofGrantee(Role.GC), report);
        fixture.complete(office, "task_checkActivityReport", people.ofProgramme(Role.MT), APPROVE);
        fixture.complete(office, "task_acceptActivityReport", people.ofProgramme(Role.PO), APPROVE);
        assertThat(plans.unlocked(grant.id(), today.plusMonths(12))).hasSize(1);
    }

    @Test
    @DisplayName("BR-16: an accepted period report closes the activity reports in it")
    void locksTheReportsOfAnAcceptedPeriod() {
        fixture.deliver(office, today, today, "utilities", "100");
        new TransactionTemplate(transactions).executeWithoutResult(
                status -> plans.lock(grant.id(), 1, today, people.ofProgramme(Role.PO).as(Role.PO)));
        assertThat(delivery.dossier(office.id()).newestReport().orElseThrow().state()).isEqualTo(ReportState.LOCKED);
        assertThat(plans.unlocked(grant.id(), today)).isEmpty();
        assertThat(plans.accepted(grant.id())).singleElement().matches(report -> report.lockedInPeriod() == 1);
    }

    @Test
    @DisplayName("a return at acceptance voids the mentor's check; the next version is checked again")
    void returnOfTheReportVoidsTheCheck() {
        fixture.plan(office, today, today, "100");
        fixture.complete(office, "task_reportActivity", people.ofGrantee(Role.GC), report(today, today, "utilities", "100"));
        fixture.complete(office, "task_checkActivityReport", people.ofProgramme(Role.MT), RETURN);
        assertThat(now().state()).isEqualTo(OccurrenceState.DONE);
        fixture.complete(office, "task_reportActivity", people.ofGrantee(Role.GC), report(today, today, "utilities", "90"));
        fixture.complete(office, "task_checkActivityReport", people.ofProgramme(Role.MT), APPROVE);
        fixture.complete(office, "task_acceptActivityReport", people.ofProgramme(Role.PO), RETURN);

        var file = delivery.dossier(office.id());
        assertThat(file.reports()).extracting(r -> r.state())
                .containsExactly(ReportState.RETURNED, ReportState.RETURNED);
        assertThat(file.decisions().subList(1, 4)).extracting(Decision::voided).containsExactly(false, true, false);
        fixture.complete(office, "task_reportActivity", people.ofGrantee(Role.GC), report(today, today, "utilities", "80"));
        assertThat(fixture.tasks(office)).extracting(OpenTask::elementId).containsExactly("task_checkActivityReport");
        assertThat(delivery.dossier(office.id()).reports()).hasSize(3);
    }

    @Test
    @DisplayName("SD1: who wrote a plan or a report does not see the task of judging it")
    void keepsAuthorsFromJudgingTheirOwnWork() {
        Actor both = people.withFurtherPost(people.withFurtherPost(people.ofGrantee(Role.GC), Role.PO), Role.MT);
        fixture.complete(office, "task_planActivity", both, plan(today, today, "100"));
        assertThat(fixture.submit(office, "task_approveActivity", both, APPROVE)).isInstanceOf(Completion.Unknown.class);
        fixture.complete(office, "task_approveActivity", people.ofProgramme(Role.PO), APPROVE);
        fixture.complete(office, "task_reportActivity", both, report(today, today, "utilities", "100"));
        assertThat(fixture.submit(office, "task_checkActivityReport", both, APPROVE)).isInstanceOf(Completion.Unknown.class);
        fixture.complete(office, "task_checkActivityReport", people.ofProgramme(Role.MT), APPROVE);
        assertThat(fixture.submit(office, "task_acceptActivityReport", both, APPROVE)).isInstanceOf(Completion.Unknown.class);
        assertThat(delivery.accept(office.id(),
                        new ActivityDelivery.AcceptReport(
                                org.thun.activities.ActivityDossier.Verdict.APPROVE, null, List.of()),
                        both.as(Role.PO)).problems())
                .extracting(Problem::rule)
                .containsExactly("SD1");
    }

    @Test
    @DisplayName("a report that stays away is flagged late once, the day after it is due, and its task stays open")
    void flagsALateReportOnce() {
        fixture.plan(office, today, today, "100");
        LocalDate due = fixture.task(office, "task_reportActivity").dueOn();
        time.moveTo(today.plusDays(1));
        assertThat(now().state()).isEqualTo(OccurrenceState.DONE);
        time.moveTo(due);
        assertThat(now().lateSince()).isNull();
        time.moveTo(due.plusDays(1));
        assertThat(now().lateSince()).isEqualTo(due.plusDays(1));
        assertThat(now().isLate()).isTrue();

        delivery.flagLate(office.id());
        assertThat(commands()).filteredOn("activity.late"::equals).hasSize(1);
        LocalDate late = people.today();
        fixture.complete(office, "task_reportActivity", people.ofGrantee(Role.GC), report(today, today, "utilities", "100"));
        fixture.complete(office, "task_checkActivityReport", people.ofProgramme(Role.MT), RETURN);
        time.moveTo(late.plusDays(people.programme().timeLimits().correction() + 1L));
        assertThat(commands()).filteredOn("activity.late"::equals).hasSize(1);
        assertThat(fixture.tasks(office)).extracting(OpenTask::elementId).containsExactly("task_reportActivity");
    }

    /** An occurrence whose month has come. */
    private Occurrence opened(String activity, int no) {
        Occurrence occurrence = fixture.occurrence(grant, activity, no);
        time.moveTo(occurrence.days().from());
        return fixture.occurrence(grant, activity, no);
    }

    private Occurrence now() {
        return fixture.occurrence(grant, "4.1", 1);
    }

    private List<ProcessRun> runs(Occurrence occurrence) {
        return processes.ofCases(List.of(grant.id())).stream()
                .filter(run -> run.businessKey().equals(occurrence.id()))
                .toList();
    }

    private List<String> commands() {
        return audit.stream(grant.id()).stream().map(AuditEntry::command).toList();
    }

    private static List<Problem> problems(Completion completion) {
        assertThat(completion).isInstanceOf(Completion.Refused.class);
        return ((Completion.Refused) completion).problems();
    }
}
