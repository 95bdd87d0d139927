package org.thun.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.activities.ActivityFixture;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.AmendmentDesk.Description;
import org.thun.amendments.Part;
import org.thun.disbursement.MoneyFixture;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReporting;
import org.thun.progress.ReportFixture;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.testing.ThunTest;
import org.thun.workflow.ProcessRun;
import org.thun.workflow.Processes;
import org.thun.workflow.TrainingClock;

/**
 * The real timers of a suspended grant: the reminders of a report, the lateness of a request for money and of an activity's
 * report, each by the job that the engine keeps for it.
 */
@ThunTest
class SuspendedGrantTests {

    private static final Map<String, Object> SEND = Map.of("decision", "SEND");
    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");
    private static final int DAYS = 40;

    @Autowired
    ActivityFixture activities;

    @Autowired
    ReportFixture reports;

    @Autowired
    GrantFixture people;

    @Autowired
    MoneyFixture money;

    @Autowired
    Grants grants;

    @Autowired
    AmendmentDesk amendments;

    @Autowired
    PeriodReporting reporting;

    @Autowired
    Processes processes;

    @Autowired
    TaskDesk desk;

    @Autowired
    ManagementService management;

    @Autowired
    TrainingClock time;

    private Grant grant;
    private LocalDate due;
    private Actor officer;

    /** A grant whose first report is due in 25 days and that holds an activity until then. */
    @BeforeEach
    void run() {
        money.verifyAccount();
        grant = activities.running(time.today().minusMonths(6).minusDays(5));
        due = reports.report(grant, 1).dueOn();
        officer = people.ofProgramme(Role.PO);
        Occurrence held = activities.occurrence(grant, "4.1", 2);
        activities.plan(held, held.days().from(), time.today().plusDays(10), "10000");
        time.moveTo(time.today().plusDays(1));
    }

    @Test
    @DisplayName("resumed with its days: every timer stands still and then comes later by exactly those days")
    void givesTheDaysBack() {
        Map<String, Date> before = dueDates();
        assertThat(before).as("reminders, requests, activities").hasSizeGreaterThanOrEqualTo(2);
        List<String> waiting = waiting();
        decide(new Part.Suspension());
        assertThat(timers()).isNotEmpty().allMatch(Job::isSuspended);

        time.moveTo(time.today().plusDays(DAYS));
        assertThat(dueDates()).as("nothing has fired, nothing has moved").isEqualTo(before);
        assertThat(offsets()).isEmpty();
        assertThat(waiting()).as("nothing comes up, nothing goes").isEqualTo(waiting);

        decide(new Part.Resumption(true));
        assertThat(timers()).noneMatch(Job::isSuspended);
        assertThat(dueDates().keySet()).isEqualTo(before.keySet());
        dueDates().forEach((timer, moved) -> assertThat(moved.getTime() - before.get(timer).getTime())
                .as("days added to %s", timer)
                .isEqualTo(Duration.ofDays(DAYS).toMillis()));
        assertThat(reports.report(grant, 1).dueOn()).isEqualTo(due.plusDays(DAYS));

        time.moveTo(due.plusDays(DAYS - 8));
        assertThat(offsets()).isEmpty();
        time.moveTo(due.plusDays(DAYS + 1));
        assertThat(offsets()).as("by the new due day").containsExactly(-7, -2, 0, 1);
    }

    @Test
    @DisplayName("resumed without its days: what came due meanwhile happens the next morning, once; a reminder to be in time does not")
    void keepsTheDays() {
        Map<String, Date> before = dueDates();
        decide(new Part.Suspension());
        time.moveTo(time.today().plusDays(DAYS));
        decide(new Part.Resumption(false));
        assertThat(dueDates()).as("as if it had not stood still").isEqualTo(before);
        assertThat(reports.report(grant, 1).dueOn()).isEqualTo(due);
        assertThat(reporting.dossier(report().id()).overdueSince()).isNull();

        time.moveTo(time.today().plusDays(1));
        assertThat(offsets()).as("late ones are made up, each once").containsExactly(1, 7, 15);
        assertThat(reporting.dossier(report().id()).overdueSince()).isEqualTo(due.plusDays(1));
        time.moveTo(time.today().plusDays(2));
        assertThat(offsets()).containsExactly(1, 7, 15);
    }

    @Test
    @DisplayName("people go on while the grant stands still: an activity that was held is reported and accepted")
    void leavesTasksToPeople() {
        Occurrence first = activities.occurrence(grant, "4.1", 1);
        decide(new Part.Suspension());
        time.moveTo(time.today().plusDays(3));
        activities.deliver(first, first.days().from(), first.days().from().plusDays(1), "utilities", "5000");
        assertThat(activities.occurrence(grant, "4.1", 1).state()).isEqualTo(OccurrenceState.ACCEPTED);
        decide(new Part.Resumption(true));
        assertThat(grants.get(grant.id()).state()).isEqualTo(GrantState.EFFECTIVE);
    }

    /** Asked for by the officer and approved by somebody else. */
    private void decide(Part part) {
        Grant now = grants.get(grant.id());
        String id = amendments.begin(now, part, officer).orElseThrow();
        assertThat(amendments.describe(now, id, new Description("ตรวจสอบข้อเท็จจริง", null, null), officer).problems())
                .isEmpty();
        people.complete(grant.id(), "task_draftFunderAmendment", officer, SEND);
        people.complete(grant.id(), "task_approveAmendment", people.ofProgramme(Role.AP), APPROVE);
    }

    private List<Job> timers() {
        return processes.ofCases(List.of(grant.id())).stream()
                .filter(ProcessRun::isOpen)
                .flatMap(run -> management.createJobQuery().processInstanceId(run.runId()).timers().list().stream())
                .toList();
    }

    private Map<String, Date> dueDates() {
        return timers().stream().collect(Collectors.toMap(Job::getId, Job::getDuedate));
    }

    private List<String> waiting() {
        return desk.ofCase(grant.id()).stream().map(OpenTask::taskId).sorted().toList();
    }

    private PeriodReport report() {
        return reports.report(grant, 1);
    }

    private List<Integer> offsets() {
        return reporting.dossier(report().id()).notices().stream()
                .map(PeriodDossier.Notice::offsetDays)
                .sorted()
                .toList();
    }
}
