package org.thun.grants;

import org.thun.shared.Money;

/**
 * One cell of the agreed budget.
 *
 * @param activityCode activity of the programme definition
 * @param costHead cost head of the programme definition
 * @param amount amount, positive
 */
public record BudgetLine(String activityCode, String costHead, Money amount) {}
