package org.thun.programmes;

import java.time.LocalDate;
import org.thun.shared.DateRange;

/**
 * A reporting period of a grant in the calendar.
 *
 * @param no number from 1
 * @param days its first and last day
 * @param dueOn day on which the report is due
 */
public record GrantPeriod(int no, DateRange days, LocalDate dueOn) {}
