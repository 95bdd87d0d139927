package org.thun.evaluation.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Working days: Monday to Friday. Public holidays join when there is a holiday table (BR-43). */
final class WorkingDays {

    private WorkingDays() {}

    /** The last of {@code days} working days after a day. */
    static LocalDate after(LocalDate start, int days) {
        LocalDate day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
