package org.thun.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.testing.ThunTest;
import org.thun.workflow.Processes;
import org.thun.workflow.TrainingClock;

@ThunTest
class TrainingTimeTests {

    private static final BpmnModelInstance WAITS = Bpmn.createExecutableProcess("test-waits")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .intermediateCatchEvent("timer_first").timerWithDate("${first}")
            .intermediateCatchEvent("timer_second").timerWithDate("${second}")
            .endEvent()
            .done();

    @Autowired
    TrainingClock training;

    @Autowired
    BusinessClock clock;

    @Autowired
    Processes processes;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void firesEachTimerOnItsOwnDay() {
        try (TestModels deployed = new TestModels(models, WAITS)) {
            LocalDate begin = training.today();
            String run = start(begin.plusDays(2), begin.plusDays(4));
            training.moveTo(begin.plusDays(1));
            assertThat(open(run)).isTrue();
            training.moveTo(begin.plusDays(5));
            assertThat(open(run)).isFalse();
            assertThat(firedOn(run, "timer_first")).isEqualTo(begin.plusDays(2));
            assertThat(firedOn(run, "timer_second")).isEqualTo(begin.plusDays(4));
            assertThat(processes.run(run).orElseThrow().endedAt().toLocalDate()).isEqualTo(begin.plusDays(4));
        }
    }

    @Test
    void movesPeopleEngineAndDailyWorkTogether() {
        LocalDate begin = training.today();
        training.moveTo(begin.plusDays(3));
        assertThat(clock.today()).isEqualTo(begin.plusDays(3));
        assertThat(clock.moved()).isTrue();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM business_day WHERE day_date > ? AND day_date <= ?",
                Integer.class, begin, begin.plusDays(3))).isEqualTo(3);
        Long offset = jdbc.queryForObject("SELECT offset_seconds FROM training_clock", Long.class);
        assertThat(offset).as("kept for the next start").isPositive();
    }

    @Test
    void refusesToGoBack() {
        LocalDate today = training.today();
        assertThatThrownBy(() -> training.moveTo(today)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> training.moveTo(today.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
        try (TestModels deployed = new TestModels(models, WAITS)) {
            start(today.plusDays(900), today.plusDays(901));
            assertThatThrownBy(() -> training.beginOn(today.minusYears(1))).isInstanceOf(IllegalStateException.class);
        }
        assertThat(training.today()).isEqualTo(today);
    }

    @Test
    void knowsTheNextDueDay() {
        try (TestModels deployed = new TestModels(models, WAITS)) {
            LocalDate tomorrow = training.today().plusDays(1);
            start(tomorrow, tomorrow.plusDays(900));
            assertThat(training.nextDueDay()).contains(tomorrow);
        }
    }

    private String start(LocalDate first, LocalDate second) {
        return transaction.execute(status -> processes.start("test-waits", Ids.next(), Ids.next(),
                new LocalizedText("ทดสอบ", "Test"),
                Map.of("first", first + "T00:00:00+07:00", "second", second + "T00:00:00+07:00")));
    }

    private boolean open(String run) {
        return runtime.createProcessInstanceQuery().processInstanceId(run).count() == 1;
    }

    private LocalDate firedOn(String run, String element) {
        return EngineDiagrams.local(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(run)
                        .activityId(element)
                        .singleResult()
                        .getEndTime())
                .toLocalDate();
    }
}
