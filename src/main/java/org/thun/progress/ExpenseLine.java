package org.thun.progress;

import org.thun.shared.Money;

/**
 * Expense of a period on one activity under one cost head.
 *
 * @param activityCode activity of the programme definition
 * @param costHead cost head of the programme definition
 * @param amount amount; negative only where an earlier period was stated too high
 */
public record ExpenseLine(String activityCode, String costHead, Money amount) {}
