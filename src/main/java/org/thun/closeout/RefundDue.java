package org.thun.closeout;

import java.time.LocalDate;
import org.thun.shared.Money;

/**
 * What a refund has to come to on a day (BR-37).
 *
 * @param day the day
 * @param dueOn last day without interest
 * @param principal what the grant is owed
 * @param interest interest for the days after the due day, not paid yet
 */
public record RefundDue(LocalDate day, LocalDate dueOn, Money principal, Money interest) {

    public Money total() {
        return principal.plus(interest);
    }
}
