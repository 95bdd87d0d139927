package org.thun.programmes;

import java.util.List;
import org.thun.shared.LocalizedText;

/**
 * When an activity happens, in grant months.
 *
 * @param activity text code of the activity
 * @param marks months in which something happens once, rising
 * @param bars stretches of months in which the work runs, rising
 * @param continuous runs from the first to the last day of the grant
 * @param conflicts contradictions found in the proposal and recorded, not resolved; also among the warnings
 */
public record ScheduleRow(
        String activity, List<Integer> marks, List<Bar> bars, boolean continuous, List<LocalizedText> conflicts) {

    public ScheduleRow {
        marks = List.copyOf(marks);
        bars = List.copyOf(bars);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * A stretch of months.
     *
     * @param from first month
     * @param to last month, or {@code null} where the proposal does not say: assumed to run to the end of the grant
     */
    public record Bar(int from, Integer to) {

        /** The end is not stated and therefore assumed. */
        public boolean openEnd() {
            return to == null;
        }

        /** The last month, given the length of the grant. */
        public int lastMonth(int grantMonths) {
            return to == null ? grantMonths : Math.min(to, grantMonths);
        }
    }
}
