package org.thun.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.progress.PeriodAccepted;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReportState;
import org.thun.progress.PeriodReports;
import org.thun.reporting.ReportArchive;
import org.thun.shared.DateRange;
import org.thun.shared.Ids;
import org.thun.testing.ThunTest;

@ThunTest
class AcceptedPeriodsTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2016, 10, 31);

    @MockitoBean
    private PeriodReports periods;

    @MockitoBean
    private ReportArchive archive;

    @Autowired
    private AcceptedPeriods accepted;

    @Autowired
    private FreezeMapper queue;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void freezesAnAcceptedPeriodAsOfItsLastDay() {
        String grant = accept(true);

        verify(archive, timeout(5_000)).freezeMonitoring(grant, 1, LAST_DAY);
    }

    @Test
    void freezesNothingWhenTheAcceptanceFails() {
        String grant = accept(false);
        accepted.freezeAll();

        verify(archive, never()).freezeMonitoring(eq(grant), anyInt(), any());
    }

    @Test
    void triesAgainWhatCouldNotBeFrozen() {
        willThrow(new IllegalStateException("no disk")).willDoNothing().given(archive)
                .freezeMonitoring(any(), anyInt(), any());
        String grant = accept(true);
        verify(archive, timeout(5_000)).freezeMonitoring(grant, 1, LAST_DAY);
        assertThat(waiting(grant)).hasSize(1);

        accepted.freezeAll();

        assertThat(waiting(grant)).isEmpty();
    }

    private String accept(boolean commit) {
        String grant = Ids.next();
        given(periods.find(grant, 1)).willReturn(Optional.of(new PeriodReport(Ids.next(), grant, 1,
                new DateRange(LAST_DAY.minusMonths(6).plusDays(1), LAST_DAY), LAST_DAY.plusDays(30),
                PeriodReportState.FROZEN, 1, LAST_DAY, LAST_DAY.atStartOfDay(), null, null, List.of(), null)));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            events.publishEvent(new PeriodAccepted(grant, 1));
            if (!commit) {
                status.setRollbackOnly();
            }
        });
        return grant;
    }

    private List<FreezeMapper.ToFreeze> waiting(String grant) {
        return queue.all().stream().filter(report -> report.grantId().equals(grant)).toList();
    }
}
