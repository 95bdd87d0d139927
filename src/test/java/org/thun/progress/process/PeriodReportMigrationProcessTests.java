package org.thun.progress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.activities.ActivityFixture;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReporting;
import org.thun.progress.ReportFixture;
import org.thun.testing.ThunTest;
import org.thun.workflow.ProcessMigrations;
import org.thun.workflow.TrainingClock;

/** Runs of the first period-report model move to the present one from each step and keep their reminders. */
@ThunTest
class PeriodReportMigrationProcessTests {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ActivityFixture activities;

    @Autowired
    ReportFixture fixture;

    @Autowired
    GrantFixture people;

    @Autowired
    PeriodReporting reporting;

    @Autowired
    TrainingClock time;

    @Autowired
    ProcessMigrations migrations;

    @Test
    @DisplayName("each user task of the first model has its place in the present one")
    void movesFromEveryUserTask() {
        for (String step : List.of("task_draftPeriodReport", "task_submitPeriodReport", "task_checkPeriodReport",
                "task_acceptPeriodReport", "task_callGrantee")) {
            PeriodReport report = overdue();
            ProcessInstance old = onFirstModel(report, step);
            migrate(old);
            assertThat(runtime.getActiveActivityIds(old.getId())).contains(step);
        }
    }

    @Test
    @DisplayName("reminders that waited for a call in the first model go on after it, and reach +60 once")
    void goesOnRemindingAfterTheCall() {
        PeriodReport report = overdue();
        ProcessInstance old = onFirstModel(report, "task_callGrantee");
        runtime.setVariables(old.getId(), Map.of("moreNotices", true, "nextNoticeAt",
                PeriodReporting.morningOf(people.today().plusDays(1))));
        migrate(old);
        tasks.complete(tasks.createTaskQuery().processInstanceId(old.getId()).taskDefinitionKey("task_callGrantee")
                .singleResult().getId());
        assertThat(runtime.getActiveActivityIds(old.getId())).containsExactly("timer_nextNotice");
        time.moveTo(report.dueOn().plusDays(61));
        assertThat(tasks.createTaskQuery().processInstanceId(old.getId()).taskDefinitionKey("task_proposeSuspension").count())
                .isEqualTo(1);
    }

    /** A report 31 days late, its own run out of the way. */
    private PeriodReport overdue() {
        Grant grant = activities.running(people.today().minusMonths(6).minusDays(62));
        PeriodReport report = fixture.report(grant, 1);
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(report.id()).list()
                .forEach(run -> runtime.deleteProcessInstance(run.getId(), "test"));
        return report;
    }

    private ProcessInstance onFirstModel(PeriodReport report, String step) {
        ProcessDefinition first = repository.createDeployment()
                .addClasspathResource("models/period-report-1.bpmn")
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0);
        ProcessInstance run = runtime.createProcessInstanceById(first.getId())
                .businessKey(report.id())
                .setVariables(Map.of("nextNoticeAt", PeriodReporting.morningOf(LocalDate.of(2100, 1, 1))))
                .startBeforeActivity(step)
                .execute();
        // The present model is the newest again, as after a release.
        repository.createDeployment().addInputStream("period-report.bpmn", present()).deploy();
        return run;
    }

    private void migrate(ProcessInstance run) {
        Actor administrator = people.person(Role.SA, ScopeKind.ALL, "*");
        String trial = migrations.tryOut(administrator, run.getProcessDefinitionId()).orElseThrow();
        migrations.await(Duration.ofMinutes(1));
        assertThat(migrations.find(administrator, trial).orElseThrow().moving()).isEqualTo(1);
        String move = migrations.move(administrator, trial, "แบบใหม่เตือนต่อหลังโทรศัพท์").orElseThrow();
        migrations.await(Duration.ofMinutes(1));
        assertThat(migrations.find(administrator, move).orElseThrow().moving()).isEqualTo(1);
        assertThat(runtime.getVariable(run.getId(), "noticesRun")).isEqualTo(false);
    }

    private static java.io.InputStream present() {
        try {
            return java.nio.file.Files.newInputStream(java.nio.file.Path.of("processes/period-report.bpmn"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
