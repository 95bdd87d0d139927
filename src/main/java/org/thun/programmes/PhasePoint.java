package org.thun.programmes;

import java.math.BigDecimal;

/**
 * How far an indicator is to be by the end of a month.
 *
 * @param month grant month
 * @param percent share of the way from baseline to target, 0 to 100
 */
public record PhasePoint(int month, BigDecimal percent) {}
