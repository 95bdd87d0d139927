package org.thun.closeout;

import java.util.List;
import org.thun.shared.Money;

/**
 * The closing account of a grant (BR-08): receipts by tranche against expense by activity.
 *
 * @param receipts tranches, by number
 * @param interest interest earned, which belongs to the grant (BR-09)
 * @param otherIncome other income
 * @param adjusted corrections of the ledger, as they change the balance
 * @param activities budget and expense by activity, in the order of the programme
 * @param refunded returned to the funder so far
 * @param received receipts as the ledger has them
 * @param spent expense as the ledger has it
 */
public record ClosingAccount(
        List<Receipt> receipts,
        Money interest,
        Money otherIncome,
        Money adjusted,
        List<Expense> activities,
        Money refunded,
        Money received,
        Money spent) {

    public ClosingAccount {
        receipts = List.copyOf(receipts);
        activities = List.copyOf(activities);
    }

    /** A tranche: agreed and paid; {@code paid} is zero while nothing was. */
    public record Receipt(int trancheNo, Money agreed, Money paid, boolean settled) {}

    /** An activity: agreed budget and expense by accepted period reports. */
    public record Expense(String activityCode, Money budget, Money actual) {}

    /** What is left in the grantee's hands: to be returned if positive, still to be paid if negative. */
    public Money net() {
        return received.plus(interest).plus(otherIncome).plus(adjusted).minus(spent).minus(refunded);
    }

    public Money paid() {
        return Money.sum(receipts.stream().map(Receipt::paid).toList());
    }

    public Money budget() {
        return Money.sum(activities.stream().map(Expense::budget).toList());
    }

    public Money actual() {
        return Money.sum(activities.stream().map(Expense::actual).toList());
    }

    /** Whether receipts and expense are the same by tranche and activity as in the ledger (BR-08). */
    public boolean reconciled() {
        return paid().equals(received) && actual().equals(spent);
    }
}
