package org.thun.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.testing.ThunTest;
import org.thun.workflow.CaseClocks;
import org.thun.workflow.Processes;
import org.thun.workflow.TrainingClock;

/** What the engine's own timers do while the clocks of their case are stopped, and after. */
@ThunTest
class StoppedClocksTests {

    /** Waits to be told to begin, then for two timers in a row. */
    private static final BpmnModelInstance WAITS = Bpmn.createExecutableProcess("test-stands")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .intermediateCatchEvent("wait_begin").message("message_begin")
            .intermediateCatchEvent("timer_due").timerWithDate("${due}")
            .intermediateCatchEvent("timer_far").timerWithDate("2100-01-01T00:00:00+07:00")
            .endEvent()
            .done();

    @Autowired
    CaseClocks clocks;

    @Autowired
    Processes processes;

    @Autowired
    TrainingClock training;

    @Autowired
    RepositoryService models;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    TransactionTemplate transaction;

    private TestModels deployed;
    private LocalDate begin;

    @BeforeEach
    void deploy() {
        deployed = new TestModels(models, WAITS);
        begin = training.today();
    }

    @AfterEach
    void remove() {
        deployed.close();
    }

    @Test
    @DisplayName("started with the days: each timer comes later by exactly those days, and not before")
    void movesTimersByTheDays() {
        String run = waiting(begin.plusDays(5));
        stop(run);
        training.moveTo(begin.plusDays(10));
        assertThat(fired(run)).as("nothing fires meanwhile").isNull();

        start(run, 10);
        assertThat(dueOn(run)).isEqualTo(begin.plusDays(15));
        training.moveTo(begin.plusDays(14));
        assertThat(fired(run)).isNull();
        training.moveTo(begin.plusDays(16));
        assertThat(firedOn(run)).isEqualTo(begin.plusDays(15));
    }

    @Test
    @DisplayName("started without the days: what came due meanwhile happens at once, once; what is ahead keeps its day")
    void firesWhatCameDueMeanwhile() {
        String missed = waiting(begin.plusDays(5));
        String ahead = waiting(begin.plusDays(12));
        stop(missed);
        stop(ahead);
        training.moveTo(begin.plusDays(10));
        start(missed, 0);
        start(ahead, 0);
        assertThat(dueOn(missed)).isEqualTo(begin.plusDays(5));
        assertThat(dueOn(ahead)).isEqualTo(begin.plusDays(12));
        training.moveTo(begin.plusDays(11));
        assertThat(fired(missed)).as("with the next turn of the job executor").isNotNull();
        assertThat(fired(ahead)).isNull();
        training.moveTo(begin.plusDays(13));
        assertThat(firedOn(ahead)).isEqualTo(begin.plusDays(12));
        assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(missed).activityId("timer_due").count())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("a timer that comes up while the clocks are stopped runs, and starting the clocks leaves it alone")
    void runsTimersThatComeUpMeanwhile() {
        String run = started(begin.plusDays(3));
        stop(run);
        tellToBegin(run);
        assertThat(timer(run).isSuspended()).isFalse();
        start(run, 7);
        assertThat(dueOn(run)).isEqualTo(begin.plusDays(3));
        training.moveTo(begin.plusDays(4));
        assertThat(firedOn(run)).isEqualTo(begin.plusDays(3));
    }

    @Test
    @DisplayName("stopped twice and started twice: the days count once")
    void countsTheDaysOnce() {
        String run = waiting(begin.plusDays(5));
        stop(run);
        stop(run);
        start(run, 4);
        start(run, 4);
        assertThat(dueOn(run)).isEqualTo(begin.plusDays(9));
    }

    @Test
    void leavesOtherCasesAlone() {
        String stands = waiting(begin.plusDays(2));
        String runs = waiting(begin.plusDays(2));
        stop(stands);
        training.moveTo(begin.plusDays(3));
        assertThat(firedOn(runs)).isEqualTo(begin.plusDays(2));
        assertThat(fired(stands)).isNull();
    }

    private String started(LocalDate due) {
        return transaction.execute(status -> processes.start("test-stands", Ids.next(), Ids.next(),
                new LocalizedText("ทดสอบ", "Test"), Map.of("due", due + "T00:00:00+07:00")));
    }

    /** A run that waits for its first timer. */
    private String waiting(LocalDate due) {
        String run = started(due);
        tellToBegin(run);
        return run;
    }

    private void tellToBegin(String run) {
        String key = processes.run(run).orElseThrow().businessKey();
        Boolean heard = transaction.execute(status -> processes.tell("message_begin", key, Map.of()));
        assertThat(heard).isTrue();
    }

    private void stop(String run) {
        transaction.executeWithoutResult(status -> clocks.stop(caseOf(run)));
    }

    private void start(String run, int daysLater) {
        transaction.executeWithoutResult(status -> clocks.start(caseOf(run), daysLater));
    }

    private String caseOf(String run) {
        return processes.run(run).orElseThrow().caseId();
    }

    private Job timer(String run) {
        return management.createJobQuery().processInstanceId(run).timers().singleResult();
    }

    private LocalDate dueOn(String run) {
        return EngineDiagrams.local(timer(run).getDuedate()).toLocalDate();
    }

    /** When the first timer fired, or {@code null}. */
    private HistoricActivityInstance fired(String run) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(run)
                .activityId("timer_due")
                .finished()
                .singleResult();
    }

    private LocalDate firedOn(String run) {
        return EngineDiagrams.local(fired(run).getEndTime()).toLocalDate();
    }
}
