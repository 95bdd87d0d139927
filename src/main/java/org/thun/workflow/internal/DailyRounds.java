package org.thun.workflow.internal;

import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.shared.BusinessClock;
import org.thun.workflow.DailyWork;

/** Sees that every business day's work is done once, in order, also for days on which nobody was running. */
@Component
class DailyRounds {

    private static final Logger LOG = LoggerFactory.getLogger(DailyRounds.class);

    private final List<DailyWork> works;
    private final ClockMapper days;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    DailyRounds(
            ObjectProvider<DailyWork> works, ClockMapper days, BusinessClock clock, PlatformTransactionManager transactions) {
        this.works = works.orderedStream().toList();
        this.days = days;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${thun.daily-rounds.every:PT1M}", initialDelayString = "${thun.daily-rounds.every:PT1M}")
    void watch() {
        catchUp();
    }

    /** Does the work of every day up to today that has not been done yet. */
    synchronized void catchUp() {
        LocalDate today = clock.today();
        LocalDate last = days.lastDay();
        LocalDate next = last == null ? today : last.plusDays(1);
        for (LocalDate day = next; !day.isAfter(today); day = day.plusDays(1)) {
            dayWork(day);
        }
    }

    private void dayWork(LocalDate day) {
        RuntimeException failure = null;
        for (DailyWork work : works) {
            try {
                transaction.executeWithoutResult(status -> work.on(day));
            } catch (RuntimeException e) {
                LOG.error("Daily work of {} failed in {}", day, work.getClass().getName(), e);
                failure = e;
            }
        }
        if (failure != null) {
            // The day stays undone and is tried again at the next round; the others' work is safe to repeat.
            throw failure;
        }
        transaction.executeWithoutResult(status -> days.insertDay(day, clock.dateTime()));
    }
}
