package org.thun.activities;

import java.time.LocalDate;
import org.thun.shared.DateRange;
import org.thun.shared.Money;

/**
 * One piece of an activity that is delivered and reported by itself.
 *
 * @param id id of the occurrence, also the business key of its process
 * @param grantId the grant
 * @param activityCode activity of the programme definition
 * @param no number inside the activity, from 1
 * @param firstMonth first grant month of the schedule
 * @param lastMonth last grant month of the schedule
 * @param days the days of those months
 * @param periodNo reporting period to which the schedule assigns it
 * @param mark whether it is a mark of the schedule, else a part of a bar
 * @param endAssumed part of a bar whose end the proposal does not state
 * @param agreedFirstMonth first grant month when the plan was laid out, or {@code null} for one that was added later
 * @param agreedLastMonth last grant month when the plan was laid out, or {@code null} for one that was added later
 * @param state where it stands
 * @param plannedDays days of the newest plan, or {@code null}
 * @param heldDays days on which it took place by its newest report, or {@code null}
 * @param plannedBudget budget of the newest plan, or {@code null}
 * @param acceptedCost cost of the accepted report, or {@code null} while none is accepted
 * @param dueOn day by which its current step should be done, or {@code null} when nothing waits
 * @param lateSince day from which its report has been late, or {@code null}
 */
public record Occurrence(
        String id,
        String grantId,
        String activityCode,
        int no,
        int firstMonth,
        int lastMonth,
        DateRange days,
        int periodNo,
        boolean mark,
        boolean endAssumed,
        Integer agreedFirstMonth,
        Integer agreedLastMonth,
        OccurrenceState state,
        DateRange plannedDays,
        DateRange heldDays,
        Money plannedBudget,
        Money acceptedCost,
        LocalDate dueOn,
        LocalDate lateSince) {

    /** The same for somebody who may not know its report. */
    public Occurrence withoutReport() {
        return new Occurrence(id, grantId, activityCode, no, firstMonth, lastMonth, days, periodNo, mark, endAssumed,
                agreedFirstMonth, agreedLastMonth, state, plannedDays, null, plannedBudget, null, dueOn, lateSince);
    }

    /** Whether it came into the plan after the agreement took effect. */
    public boolean added() {
        return agreedFirstMonth == null;
    }

    /** Whether it no longer lies in the months in which it was laid out. */
    public boolean moved() {
        return !added() && (agreedFirstMonth != firstMonth || agreedLastMonth != lastMonth);
    }

    /** Whether it may still be moved: nothing has been reported of it, and it was not given up. */
    public boolean movable() {
        return !state.settled() && state != OccurrenceState.REPORTED;
    }

    /** Its activity and number, as short as people write it: {@code 1.1 (2)}. */
    public String label() {
        return activityCode + " (" + no + ")";
    }

    /** Whether its report is late and still owed. */
    public boolean isLate() {
        return lateSince != null && !state.settled();
    }
}
