package org.thun.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Where an indicator is heading. The likely end value draws a straight line: the net change of the last {@link #RECENT_DAYS}
 * days, or of the days lived if the grant is younger, goes on at the same pace until the last day. It knows nothing of
 * seasons or plans, and says so on the page.
 *
 * @param endsOn last day of the grant
 * @param daysLeft days after the day asked for, the last day included; 0 at the end
 * @param toGo what is missing to the target, negative if it is passed; {@code null} without a target
 * @param neededPerMonth what must be added in every 30 days left to reach the target; {@code null} without a target or
 *     without days left
 * @param recentDays days looked back on
 * @param recentPerMonth net change in 30 days at the pace of those days
 * @param likelyEnd value on the last day at that pace, never below zero
 * @param remainsUnconfirmed what would be left on the last day of the records that count now if none of them were confirmed
 *     again (BR-18), baseline included
 */
public record Outlook(
        LocalDate endsOn,
        long daysLeft,
        BigDecimal toGo,
        BigDecimal neededPerMonth,
        long recentDays,
        BigDecimal recentPerMonth,
        BigDecimal likelyEnd,
        BigDecimal remainsUnconfirmed) {

    /** Days looked back on. */
    public static final int RECENT_DAYS = 90;

    /** Days of a month when a pace is stated by month. */
    public static final int MONTH_DAYS = 30;
}
