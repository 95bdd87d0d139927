package org.thun.workflow.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.shared.BusinessClock;
import org.thun.workflow.DueDays;
import org.thun.workflow.TrainingClock;

@Component
@ConditionalOnProperty("thun.training-clock.enabled")
class TrainingTime implements TrainingClock, InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingTime.class);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    /** Jobs can bring up further jobs on the same day; a model that never comes to rest must not hang the clock. */
    private static final int MOST_ROUNDS_A_DAY = 1000;

    private final ShiftableClock clock;
    private final ClockMapper offsets;
    private final CaseProcessMapper runs;
    private final DailyRounds rounds;
    private final ManagementService management;
    private final JobExecutor executor;
    private final TransactionTemplate transaction;
    private final ObjectProvider<DueDays> dueDays;

    TrainingTime(
            ShiftableClock clock,
            ClockMapper offsets,
            CaseProcessMapper runs,
            DailyRounds rounds,
            ProcessEngine engine,
            PlatformTransactionManager transactions,
            ObjectProvider<DueDays> dueDays) {
        this.clock = clock;
        this.dueDays = dueDays;
        this.offsets = offsets;
        this.runs = runs;
        this.rounds = rounds;
        this.management = engine.getManagementService();
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterPropertiesSet() {
        clock.shiftBy(Duration.ofSeconds(offsets.offsetSeconds().orElse(0L)));
    }

    @Override
    public LocalDate today() {
        return clock.today();
    }

    @Override
    public synchronized void beginOn(LocalDate day) {
        if (runs.count() > 0) {
            throw new IllegalStateException("time can be set back only before the first process starts");
        }
        set(day);
        transaction.executeWithoutResult(status -> offsets.forgetDaysAfter(day.minusDays(1)));
        rounds.catchUp();
    }

    @Override
    public synchronized void moveTo(LocalDate day) {
        if (!day.isAfter(clock.today())) {
            throw new IllegalArgumentException("time moves forward only: " + day + " is not after " + clock.today());
        }
        boolean executing = executor.isActive();
        if (executing) {
            // Otherwise background threads would run jobs of a day while the clock is already at another.
            executor.shutdown();
        }
        try {
            runDueJobs();
            for (LocalDate next = clock.today().plusDays(1); !next.isAfter(day); next = next.plusDays(1)) {
                set(next);
                rounds.catchUp();
                runDueJobs();
            }
        } finally {
            if (executing) {
                executor.start();
            }
        }
    }

    @Override
    public Optional<LocalDate> nextDueDay() {
        LocalDate today = clock.today();
        Stream<LocalDate> timers =
                management.createJobQuery().active().withRetriesLeft().duedateHigherThan(endOf(today)).list().stream()
                        .filter(job -> job.getProcessDefinitionId() != null)
                        .map(job -> EngineDiagrams.local(job.getDuedate()).toLocalDate());
        Stream<LocalDate> others = dueDays.stream().flatMap(due -> due.nextAfter(today).stream());
        return Stream.concat(timers, others).min(Comparator.naturalOrder());
    }

    private static Date endOf(LocalDate day) {
        return Date.from(day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant().minusMillis(1));
    }

    private void set(LocalDate day) {
        clock.shiftTo(day.atTime(MORNING).atZone(BusinessClock.ZONE).toInstant());
        transaction.executeWithoutResult(status -> {
            offsets.forgetOffset();
            offsets.insertOffset(clock.offset().toSeconds());
        });
    }

    private void runDueJobs() {
        for (int round = 0; round < MOST_ROUNDS_A_DAY; round++) {
            List<Job> due = management.createJobQuery().executable().active().list().stream()
                    // Jobs without a process are the engine's own housekeeping, which plans itself by the night.
                    .filter(job -> job.getProcessDefinitionId() != null)
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(this::run);
        }
        throw new IllegalStateException("jobs never came to rest on " + clock.today());
    }

    private void run(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException e) {
            // The engine has counted the failure and planned the retry; the incident list shows it when retries are used up.
            LOG.warn("Job {} of {} failed on {}", job.getId(), job.getProcessDefinitionId(), clock.today(), e);
        }
    }
}
