package org.thun.programmes;

import org.thun.shared.DateRange;

/**
 * The part of a grant that lies in one Thai fiscal year (BR-42).
 *
 * @param fiscalYear fiscal year in the Buddhist era, named by its end
 * @param days the days of the grant in it
 */
public record FiscalYearColumn(int fiscalYear, DateRange days) {}
