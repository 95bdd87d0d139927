package org.thun.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One point of an indicator's course.
 *
 * @param grantMonth month of the grant, from 1
 * @param day last day of that month, or the day asked for in the month that runs
 * @param phasedTarget what should have been reached by then, or {@code null} without a target
 * @param actual what had been reached, or {@code null} if missing
 */
public record TrendPoint(int grantMonth, LocalDate day, BigDecimal phasedTarget, BigDecimal actual) {}
