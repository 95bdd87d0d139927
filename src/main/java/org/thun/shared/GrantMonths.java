package org.thun.shared;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The months of a grant, counted from the day it takes effect (BR-41): month n runs from start + (n−1) months to the day
 * before start + n months. Each boundary is computed from the start itself, so a start on the 31st clips to short months
 * without drifting.
 *
 * @param start first day of month 1
 */
public record GrantMonths(LocalDate start) {

    /** The days of month {@code n}; the first month is 1. */
    public DateRange month(int n) {
        return months(n, n);
    }

    /** The days from the beginning of month {@code first} to the end of month {@code last}. */
    public DateRange months(int first, int last) {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("not months of a grant: " + first + " to " + last);
        }
        return new DateRange(start.plusMonths(first - 1L), start.plusMonths(last).minusDays(1));
    }

    /** The month in which a day lies; 0 or less before the start. */
    public int monthOf(LocalDate day) {
        int guess = (int) ChronoUnit.MONTHS.between(start, day) + 1;
        if (day.isBefore(start.plusMonths(guess - 1L))) {
            return guess - 1;
        }
        return day.isBefore(start.plusMonths(guess)) ? guess : guess + 1;
    }
}
