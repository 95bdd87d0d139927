package org.thun.disbursement;

import org.thun.shared.Money;

/**
 * The sums of a grant's ledger. Every figure is positive; {@link #balance} is what the grantee should have in hand (BR-07).
 *
 * @param received paid in tranches
 * @param interest interest earned, which belongs to the grant (BR-09)
 * @param otherIncome other income
 * @param spent expenses of accepted periods
 * @param refunded returned to the funder
 * @param adjusted corrections, as they change the balance (may be negative)
 */
public record Statement(
        Money received, Money interest, Money otherIncome, Money spent, Money refunded, Money adjusted) {

    public Money balance() {
        return received.plus(interest).plus(otherIncome).plus(adjusted).minus(spent).minus(refunded);
    }
}
