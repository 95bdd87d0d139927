package org.thun.progress;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.thun.shared.DateRange;
import org.thun.shared.Money;

/**
 * The report of one reporting period, with the figures of its newest version.
 *
 * @param id id of the report, also the business key of its process
 * @param grantId the grant
 * @param no number of the period, from 1
 * @param days the period
 * @param dueOn day on which it is due
 * @param state where it stands
 * @param version number of the newest version, from 1; 0 before anything was written
 * @param firstSubmittedOn day of the first submission, by which lateness is judged, or {@code null}
 * @param acceptedAt when it was accepted, or {@code null}
 * @param mentorOpinion the mentor's opinion on the newest version, or {@code null}
 * @param money the money page, or {@code null} before anything was written
 * @param expenses expense by activity and cost head, with adjustments of earlier periods and without what was not accepted
 * @param nextForecast what the grantee expects to need in the next period, or {@code null}
 */
public record PeriodReport(
        String id,
        String grantId,
        int no,
        DateRange days,
        LocalDate dueOn,
        PeriodReportState state,
        int version,
        LocalDate firstSubmittedOn,
        LocalDateTime acceptedAt,
        MentorOpinion mentorOpinion,
        MoneyPage money,
        List<ExpenseLine> expenses,
        Money nextForecast) {

    public PeriodReport {
        expenses = List.copyOf(expenses);
    }

    /** The same for somebody who may not know what is not accepted yet (BR-50). */
    public PeriodReport outline() {
        return new PeriodReport(id, grantId, no, days, dueOn, state, 0, firstSubmittedOn, acceptedAt, null, null,
                List.of(), null);
    }

    /** Days from the due day to the first submission, or to {@code today} while none came; negative or 0 is in time. */
    public long daysLate(LocalDate today) {
        return ChronoUnit.DAYS.between(dueOn, firstSubmittedOn == null ? today : firstSubmittedOn);
    }

    /** Accepted, and therefore frozen: only then do its figures count for anybody else (BR-50). */
    public boolean accepted() {
        return state == PeriodReportState.FROZEN;
    }

    /** Whether the money page balances to the satang (BR-07); false before anything was written. */
    public boolean balanced() {
        return money != null && money.balanced();
    }
}
