package org.thun.programmes;

import org.thun.shared.DateRange;

/**
 * One piece of an activity that is delivered and reported by itself: a mark of the schedule, or the part of a bar (or of
 * a continuous activity) that falls into one reporting period.
 *
 * @param activity text code of the activity
 * @param no number inside the activity, from 1
 * @param firstMonth first grant month
 * @param lastMonth last grant month; equal to the first for a mark
 * @param days the days of those months
 * @param periodNo the reporting period it falls into
 * @param mark whether it is a mark, else a part of a bar
 * @param endAssumed part of a bar whose end the proposal does not state: assumed to run to the end of the grant
 */
public record PlannedOccurrence(
        String activity,
        int no,
        int firstMonth,
        int lastMonth,
        DateRange days,
        int periodNo,
        boolean mark,
        boolean endAssumed) {}
