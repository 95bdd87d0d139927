package org.thun.reporting.internal;

import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.thun.progress.PeriodAccepted;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReportState;
import org.thun.progress.PeriodReports;
import org.thun.reporting.ReportArchive;
import org.thun.reporting.internal.FreezeMapper.ToFreeze;
import org.thun.shared.DateRange;

class AcceptedPeriodsTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2016, 10, 31);
    private static final ToFreeze FIRST = new ToFreeze("g1", 1, LAST_DAY);
    private static final ToFreeze SECOND = new ToFreeze("g2", 1, LAST_DAY.plusDays(1));

    private final FreezeMapper queue = mock(FreezeMapper.class);
    private final PeriodReports periods = mock(PeriodReports.class);
    private final ReportArchive archive = mock(ReportArchive.class);
    private final SubscriptionDesk subscriptions = mock(SubscriptionDesk.class);
    private final AcceptedPeriods accepted = new AcceptedPeriods(queue, periods, archive, subscriptions);

    @AfterEach
    void stop() {
        accepted.destroy();
    }

    @Test
    void notesThePeriodAsOfItsLastDay() {
        given(periods.find("g1", 1)).willReturn(Optional.of(new PeriodReport("r1", "g1", 1,
                new DateRange(LocalDate.of(2016, 5, 1), LAST_DAY), LAST_DAY.plusDays(30), PeriodReportState.FROZEN, 1,
                LAST_DAY, LAST_DAY.atStartOfDay(), null, null, List.of(), null)));

        accepted.note(new PeriodAccepted("g1", 1));

        verify(queue).note(FIRST);
    }

    @Test
    void freezesInTheBackgroundAfterAcceptanceAndAfterAStart() {
        given(queue.all()).willReturn(List.of(FIRST), List.of(SECOND));

        accepted.afterAcceptance(new PeriodAccepted("g1", 1));
        verify(archive, timeout(5_000)).freezeMonitoring("g1", 1, LAST_DAY);
        verify(subscriptions, timeout(5_000)).frozen("g1", 1, LAST_DAY);
        verify(queue, timeout(5_000)).delete(FIRST);

        accepted.afterStart();
        verify(archive, timeout(5_000)).freezeMonitoring("g2", 1, LAST_DAY.plusDays(1));
    }

    @Test
    void keepsWhatCouldNotBeFrozenAndGoesOnWithTheRest() {
        given(queue.all()).willReturn(List.of(FIRST, SECOND));
        willThrow(new IllegalStateException("no space left")).given(archive).freezeMonitoring("g1", 1, LAST_DAY);

        accepted.freezeAll();

        verify(queue, never()).delete(FIRST);
        verify(archive).freezeMonitoring("g2", 1, LAST_DAY.plusDays(1));
        verify(queue).delete(SECOND);
    }
}
