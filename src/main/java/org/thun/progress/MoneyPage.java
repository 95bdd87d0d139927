package org.thun.progress;

import org.thun.shared.Money;

/**
 * The money page of a period report.
 *
 * @param carriedForward in hand at the end of the period before
 * @param received tranches received from the funder
 * @param interest interest earned, which belongs to the grant (BR-09)
 * @param otherIncome other income of the grant
 * @param expense sum of the expense lines and adjustments, less what was not accepted
 * @param refunded returned to the funder
 * @param cash cash in hand on the last day
 * @param bank balance of the bank account on the last day
 * @param disallowed expense that was stated and not accepted: the grantee owes it to the grant
 */
public record MoneyPage(
        Money carriedForward,
        Money received,
        Money interest,
        Money otherIncome,
        Money expense,
        Money refunded,
        Money cash,
        Money bank,
        Money disallowed) {

    /** A page of which nothing was refused. */
    public MoneyPage(
            Money carriedForward,
            Money received,
            Money interest,
            Money otherIncome,
            Money expense,
            Money refunded,
            Money cash,
            Money bank) {
        this(carriedForward, received, interest, otherIncome, expense, refunded, cash, bank, Money.ZERO);
    }

    /** The same page after some of its expense was refused. */
    public MoneyPage without(Money refused) {
        return new MoneyPage(carriedForward, received, interest, otherIncome, expense.minus(refused), refunded, cash,
                bank, disallowed.plus(refused));
    }

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

    /** What the next period begins with: what is left and what the grantee owes. */
    public Money carriedOn() {
        return inHand().plus(disallowed);
    }

    /** What should be left less what is left and what the grantee owes; zero if the page balances (BR-07). */
    public Money difference() {
        return balance().minus(carriedOn());
    }

    public boolean balanced() {
        return difference().isZero();
    }
}
