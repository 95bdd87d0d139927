package org.thun.progress;

import org.thun.shared.Money;

/**
 * The money page of a period report.
 *
 * @param carriedForward in hand at the end of the period before
 * @param received tranches received from the funder
 * @param interest interest earned, which belongs to the grant (BR-09)
 * @param otherIncome other income of the grant
 * @param expense sum of the expense lines
 * @param refunded returned to the funder
 * @param cash cash in hand on the last day
 * @param bank balance of the bank account on the last day
 */
public record MoneyPage(
        Money carriedForward,
        Money received,
        Money interest,
        Money otherIncome,
        Money expense,
        Money refunded,
        Money cash,
        Money bank) {

    /** Everything that came in, with what was carried forward. */
    public Money income() {
        return carriedForward.plus(received).plus(interest).plus(otherIncome);
    }

    /** What should be left. */
    public Money balance() {
        return income().minus(expense).minus(refunded);
    }

    /** What is left. */
    public Money inHand() {
        return cash.plus(bank);
    }

    /** What should be left less what is left; zero if the page balances (BR-07). */
    public Money difference() {
        return balance().minus(inHand());
    }

    public boolean balanced() {
        return difference().isZero();
    }
}
