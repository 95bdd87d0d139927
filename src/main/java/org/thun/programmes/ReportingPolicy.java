package org.thun.programmes;

import java.util.List;

/**
 * When the grantee reports (BR-13).
 *
 * @param unit unit of a period
 * @param every length of a period in that unit; {@code null} where the periods are listed
 * @param periods the periods in grant months, without gap or overlap; empty where they follow from the length of each
 *     grant (weeks, or a duration that is not fixed)
 * @param dueDaysAfterPeriod calendar days from the last day of a period to the due day
 * @param reminderDays days relative to the due day on which people are reminded, rising; negative is before
 * @param escalations what is put in front of whom when a report stays away, by days after the due day
 */
public record ReportingPolicy(
        PeriodUnit unit,
        Integer every,
        List<ReportingPeriod> periods,
        int dueDaysAfterPeriod,
        List<Integer> reminderDays,
        List<Escalation> escalations) {

    public ReportingPolicy {
        periods = List.copyOf(periods);
        reminderDays = List.copyOf(reminderDays);
        escalations = List.copyOf(escalations);
    }

    /**
     * Length of a period in months, for periods that follow one another.
     *
     * @throws IllegalStateException if the periods are listed or are weeks
     */
    public int monthsPerPeriod() {
        if (every == null || unit == PeriodUnit.WEEK) {
            throw new IllegalStateException("the periods are not of equal length in months");
        }
        return unit == PeriodUnit.YEAR ? every * 12 : every;
    }

    /** Unit of a reporting period. */
    public enum PeriodUnit {
        WEEK,
        MONTH,
        YEAR
    }

    /**
     * A period in grant months.
     *
     * @param no number from 1
     * @param firstMonth first grant month
     * @param lastMonth last grant month
     */
    public record ReportingPeriod(int no, int firstMonth, int lastMonth) {

        public boolean containsMonth(int month) {
            return month >= firstMonth && month <= lastMonth;
        }
    }

    /** A step of escalation, {@code days} after the due day. Each is a task with a human decision (BR-14). */
    public record Escalation(int days, EscalationStep step) {}

    /** What happens when a report stays away. */
    public enum EscalationStep {
        OFFICER_CALL,
        SUSPENSION_PROPOSAL,
        DIRECTOR
    }
}
