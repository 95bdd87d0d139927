package org.thun.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.testing.ThunTest;
import org.thun.workflow.CaseClocks;
import org.thun.workflow.ProcessMigrations;
import org.thun.workflow.ProcessMigrations.Migration;
import org.thun.workflow.ProcessMigrations.Place;
import org.thun.workflow.ProcessMigrations.Run;
import org.thun.workflow.ProcessMigrations.State;
import org.thun.workflow.ProcessMigrations.Verdict;
import org.thun.workflow.Processes;

@ThunTest
class ProcessMigrationsTests {

    private static final String KEY = TestMigrationHints.PROCESS;
    private static final String LATER = LocalDate.of(2100, 1, 1) + "T00:00:00+07:00";

    @Autowired
    ProcessMigrations migrations;

    @Autowired
    Processes processes;

    @Autowired
    CaseClocks clocks;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    GrantFixture fixture;

    private Actor administrator;

    @BeforeEach
    void administrator() {
        administrator = fixture.person(Role.SA, ScopeKind.ALL, "*");
    }

    @Test
    @DisplayName("a step has vanished: who stands there stays and is named with the step, the others move, each with its audit entry")
    void movesAllButThoseWhoseStepVanished() {
        try (TestModels old = new TestModels(models, waits("wait_first", "wait_gone", "wait_last"))) {
            String first = start("อยู่ขั้นแรก");
            String gone = start("อยู่ขั้นที่หายไป");
            tell(gone, "wait_first");
            String last = start("อยู่ขั้นสุดท้าย");
            tell(last, "wait_first");
            tell(last, "wait_gone");
            String from = definitionOf(first);
            try (TestModels present = new TestModels(models, waits("wait_first", "wait_last"))) {
                Migration trial = over(migrations.tryOut(administrator, from));
                assertThat(trial.state()).isEqualTo(State.DONE);
                assertThat(trial.total()).isEqualTo(3);
                assertThat(trial.lostSteps()).containsExactly(new Place("wait_gone", "ขั้น wait_gone"));
                assertThat(trial.moving()).isEqualTo(2);
                Run stays = trial.runs().get(0);
                assertThat(stays.runId()).as("what stays comes first").isEqualTo(gone);
                assertThat(stays.verdict()).isEqualTo(Verdict.NO_PLACE);
                assertThat(stays.lostAt()).containsExactly(new Place("wait_gone", "ขั้น wait_gone"));
                assertThat(stays.standsAt()).containsExactly(new Place("wait_gone", "ขั้น wait_gone"));
                assertThat(stays.subject().th()).isEqualTo("อยู่ขั้นที่หายไป");
                for (String run : List.of(first, gone, last)) {
                    assertThat(definitionOf(run)).as("a trial takes everything back").isEqualTo(from);
                    assertThat(commands(run)).doesNotContain("process.migrate");
                }

                Migration move = over(migrations.move(administrator, trial.id(), "แบบใหม่ไม่ต้องตรวจซ้ำ"));
                assertThat(move.trial()).isFalse();
                assertThat(move.runs()).extracting(Run::verdict)
                        .containsExactly(Verdict.NO_PLACE, Verdict.MOVED, Verdict.MOVED);
                assertThat(definitionOf(gone)).as("stays where it was").isEqualTo(from);
                assertThat(definitionOf(first)).isEqualTo(move.toId());
                assertThat(definitionOf(last)).isEqualTo(move.toId());
                assertThat(commands(gone)).doesNotContain("process.migrate");
                AuditEntry entry = trail.stream(caseOf(last)).get(0);
                assertThat(entry.command()).isEqualTo("process.migrate");
                assertThat(entry.accountId()).isEqualTo(administrator.accountId());
                assertThat(entry.roleCode()).isEqualTo("SA");
                assertThat(entry.reason()).isEqualTo("แบบใหม่ไม่ต้องตรวจซ้ำ");
                assertThat(entry.fromState()).isEqualTo("v" + move.fromVersion());
                assertThat(entry.toState()).isEqualTo("v" + move.toVersion());

                tell(first, "wait_first");
                assertThat(runtime.getActiveActivityIds(first)).as("goes on by the new model").containsExactly("wait_last");
                tell(gone, "wait_gone");
                assertThat(runtime.getActiveActivityIds(gone)).as("goes on by its own").containsExactly("wait_last");
                Migration again = over(migrations.tryOut(administrator, from));
                assertThat(again.runs()).extracting(Run::verdict).containsExactly(Verdict.MOVABLE);
                assertThat(migrations.ofProcess(administrator, KEY)).extracting(Migration::id)
                        .startsWith(again.id(), move.id(), trial.id());
            }
        }
    }

    @Test
    @DisplayName("a renamed step is found by its room's hint, and a variable the new model reads is there; one that was set stays")
    void followsTheHintsOfTheRoom() {
        try (TestModels old = new TestModels(models, waits("wait_named"))) {
            String without = start("ไม่มีตัวแปร");
            String with = start("มีตัวแปร");
            runtime.setVariable(with, "asked", "yes");
            try (TestModels present = new TestModels(models, waits("wait_renamed"))) {
                Migration trial = over(migrations.tryOut(administrator, definitionOf(without)));
                assertThat(trial.lostSteps()).isEmpty();
                assertThat(runtime.getVariables(without)).as("taken back").doesNotContainKey("asked");
                over(migrations.move(administrator, trial.id(), "เปลี่ยนชื่อขั้นตอน"));
                assertThat(runtime.getActiveActivityIds(without)).containsExactly("wait_renamed");
                assertThat(runtime.getVariable(without, "asked")).isEqualTo("no");
                assertThat(runtime.getVariable(with, "asked")).isEqualTo("yes");
            }
        }
    }

    @Test
    @DisplayName("a timer keeps its day, and one that stands still with its suspended case goes on standing still")
    void leavesTimersAsTheyAre() {
        try (TestModels old = new TestModels(models, timer())) {
            String runs = start("เดินอยู่");
            String stands = start("หยุดอยู่");
            transaction.executeWithoutResult(status -> clocks.stop(caseOf(stands)));
            Job before = timerOf(runs);
            try (TestModels present = new TestModels(models, timer())) {
                Migration trial = over(migrations.tryOut(administrator, definitionOf(runs)));
                Migration move = over(migrations.move(administrator, trial.id(), "รุ่นใหม่"));
                assertThat(move.moving()).isEqualTo(2);
                assertThat(timerOf(runs).getDuedate()).isEqualTo(before.getDuedate());
                assertThat(timerOf(runs).isSuspended()).isFalse();
                assertThat(timerOf(stands).isSuspended()).isTrue();
                transaction.executeWithoutResult(status -> clocks.start(caseOf(stands), 3));
                assertThat(timerOf(stands).isSuspended()).isFalse();
                assertThat(timerOf(stands).getDuedate().getTime() - before.getDuedate().getTime())
                        .isEqualTo(Duration.ofDays(3).toMillis());
            }
        }
    }

    @Test
    void looksOnlyAtWhatStillRuns() {
        try (TestModels old = new TestModels(models, waits("wait_first"))) {
            String ends = start("จบก่อน");
            try (TestModels present = new TestModels(models, waits("wait_first"))) {
                Migration trial = over(migrations.tryOut(administrator, definitionOf(ends)));
                tell(ends, "wait_first");
                Migration move = over(migrations.move(administrator, trial.id(), "รุ่นใหม่"));
                assertThat(move.total()).isZero();
                assertThat(move.percent()).isEqualTo(100);
            }
        }
    }

    @Test
    @DisplayName("nothing moves untried, without a reason, to a version that is not the newest any more, or from the newest itself")
    void refusesWhatWasNotTriedOrIsOutdated() {
        try (TestModels old = new TestModels(models, waits("wait_first"))) {
            String run = start("รอ");
            String from = definitionOf(run);
            assertThat(keys(migrations.tryOut(administrator, from))).containsExactly("workflow.migration.problem.newest");
            assertThat(keys(migrations.tryOut(administrator, "none:1:2")))
                    .containsExactly("workflow.migration.problem.newest");
            assertThat(keys(migrations.move(administrator, "none", "เหตุผล")))
                    .containsExactly("workflow.migration.problem.untried");
            try (TestModels second = new TestModels(models, waits("wait_first"))) {
                Migration trial = over(migrations.tryOut(administrator, from));
                assertThat(keys(migrations.move(administrator, trial.id(), " ")))
                        .containsExactly("workflow.migration.problem.reason");
                assertThat(keys(migrations.move(administrator, trial.id(), "ก".repeat(1001))))
                        .containsExactly("workflow.migration.problem.longReason");
                try (TestModels third = new TestModels(models, waits("wait_first"))) {
                    assertThat(keys(migrations.move(administrator, trial.id(), "เหตุผล")))
                            .containsExactly("workflow.migration.problem.outdated");
                }
                Migration move = over(migrations.move(administrator, trial.id(), "เหตุผล"));
                assertThat(keys(migrations.move(administrator, move.id(), "เหตุผล")))
                        .as("a move is no trial")
                        .containsExactly("workflow.migration.problem.untried");
                assertThat(keys(migrations.tryOut(administrator, from)))
                        .containsExactly("workflow.migration.problem.nothingRuns");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "SA", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("SD7: the administration of processes is the administrator's alone")
    void letsOnlyAdministratorsMove(Role role) {
        Actor other = fixture.ofProgramme(role);
        assertThatThrownBy(() -> migrations.tryOut(other, "any")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> migrations.move(other, "any", "เหตุผล")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> migrations.find(other, "any")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> migrations.ofProcess(other, KEY)).isInstanceOf(AccessDeniedException.class);
    }

    private Migration over(Outcome<String> begun) {
        assertThat(begun.problems()).isEmpty();
        migrations.await(Duration.ofMinutes(1));
        Migration migration = migrations.find(administrator, begun.orElseThrow()).orElseThrow();
        assertThat(migration.endedAt()).isNotNull();
        return migration;
    }

    private static List<String> keys(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::messageKey).toList();
    }

    private String start(String subject) {
        return transaction.execute(status -> processes.start(KEY, Ids.next(), Ids.next(),
                new LocalizedText(subject, "Test"), new HashMap<>(Map.of("later", LATER))));
    }

    /** Lets a run go on from where it waits. */
    private void tell(String run, String step) {
        String key = processes.run(run).orElseThrow().businessKey();
        Boolean heard = transaction.execute(status -> processes.tell("message_" + step, key, Map.of()));
        assertThat(heard).isTrue();
    }

    private String definitionOf(String run) {
        return runtime.createProcessInstanceQuery().processInstanceId(run).singleResult().getProcessDefinitionId();
    }

    private String caseOf(String run) {
        return processes.run(run).orElseThrow().caseId();
    }

    private List<String> commands(String run) {
        return trail.stream(caseOf(run)).stream().map(AuditEntry::command).toList();
    }

    private Job timerOf(String run) {
        return management.createJobQuery().processInstanceId(run).timers().singleResult();
    }

    private static BpmnModelInstance waits(String... steps) {
        AbstractFlowNodeBuilder<?, ?> model =
                Bpmn.createExecutableProcess(KEY).camundaHistoryTimeToLive(1).startEvent();
        for (String step : steps) {
            model = model.intermediateCatchEvent(step).name("ขั้น " + step).message("message_" + step);
        }
        return model.endEvent().done();
    }

    private static BpmnModelInstance timer() {
        return Bpmn.createExecutableProcess(KEY)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .intermediateCatchEvent("timer_later").timerWithDate("${later}")
                .endEvent()
                .done();
    }
}
