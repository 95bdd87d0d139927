package org.thun.registry;

import java.time.LocalDate;
import org.thun.shared.DateRange;

/**
 * Three calendar months in which a centre collects before it hands in; a fiscal year (BR-42) consists of four of them.
 *
 * @param from its first day
 */
public record Quarter(LocalDate from) {

    private static final int MONTHS = 3;

    public Quarter {
        if (from.getDayOfMonth() != 1 || (from.getMonthValue() - 1) % MONTHS != 0) {
            throw new IllegalArgumentException("no quarter begins on " + from);
        }
    }

    /** The quarter in which a day lies. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / MONTHS * MONTHS + 1));
    }

    public Quarter before() {
        return new Quarter(from.minusMonths(MONTHS));
    }

    public Quarter next() {
        return new Quarter(from.plusMonths(MONTHS));
    }

    /** Its days. */
    public DateRange days() {
        return new DateRange(from, next().from().minusDays(1));
    }
}
