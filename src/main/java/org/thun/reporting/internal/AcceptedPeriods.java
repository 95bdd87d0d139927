package org.thun.reporting.internal;

import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.thun.progress.PeriodAccepted;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReports;
import org.thun.reporting.ReportArchive;
import org.thun.reporting.internal.FreezeMapper.ToFreeze;
import org.thun.workflow.DailyWork;

/**
 * Freezes the monitoring report of each accepted period and notes it for those who have subscribed to it. The acceptance only notes that it is to be done; the documents are
 * made right after it in the background, and whatever a crash or a fault left over is made at the next start or day.
 */
@Component
class AcceptedPeriods implements DailyWork, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AcceptedPeriods.class);

    private final FreezeMapper queue;
    private final PeriodReports periods;
    private final ReportArchive archive;
    private final SubscriptionDesk subscriptions;
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "report-freezer");
        thread.setDaemon(true);
        return thread;
    });

    AcceptedPeriods(FreezeMapper queue, PeriodReports periods, ReportArchive archive, SubscriptionDesk subscriptions) {
        this.queue = queue;
        this.periods = periods;
        this.archive = archive;
        this.subscriptions = subscriptions;
    }

    @EventListener
    @Transactional
    public void note(PeriodAccepted accepted) {
        PeriodReport period = periods.find(accepted.grantId(), accepted.periodNo()).orElseThrow();
        queue.note(new ToFreeze(accepted.grantId(), accepted.periodNo(), period.days().to()));
    }

    @TransactionalEventListener
    public void afterAcceptance(PeriodAccepted accepted) {
        background.execute(this::freezeAll);
    }

    @EventListener(ApplicationReadyEvent.class)
    public void afterStart() {
        background.execute(this::freezeAll);
    }

    @Override
    public void on(LocalDate day) {
        background.execute(this::freezeAll);
    }

    void freezeAll() {
        try {
            queue.all().forEach(this::freeze);
        } catch (RuntimeException e) {
            LOG.error("reports to be frozen could not be read; tried again tomorrow", e);
        }
    }

    private void freeze(ToFreeze report) {
        try {
            archive.freezeMonitoring(report.grantId(), report.periodNo(), report.asOf());
            subscriptions.frozen(report.grantId(), report.periodNo(), report.asOf());
            queue.delete(report);
        } catch (RuntimeException e) {
            LOG.error("report of grant {}, period {} could not be frozen; tried again tomorrow", report.grantId(),
                    report.periodNo(), e);
        }
    }

    @Override
    public void destroy() {
        background.shutdownNow();
    }
}
