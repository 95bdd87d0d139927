package org.thun.closeout.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.closeout.RefundDue;
import org.thun.shared.Money;

/**
 * Interest on a refund that comes late (BR-37): simple, for each day after the due day, on what is still owed that day, with
 * 365 days a year, rounded half up to the satang when it is asked for. What is paid pays interest first.
 */
final class LateInterest {

    private static final BigDecimal YEAR = BigDecimal.valueOf(36_500);

    private LateInterest() {}

    /** A refund that has arrived: how much on which day, and how much of it was interest. */
    record Paid(LocalDate on, Money amount, Money interest) {

        Money principal() {
            return amount.minus(interest);
        }
    }

    /**
     * What is due on a day.
     *
     * @param owed what the grant is owed after the refunds so far
     * @param paid those refunds, oldest first
     * @return empty if a day needs a rate and none is known
     */
    static Optional<RefundDue> on(LocalDate day, LocalDate dueOn, Money owed, List<Paid> paid, LegalRates rates) {
        Money principal = owed.plus(Money.sum(paid.stream().map(Paid::principal).toList()));
        BigDecimal interest = BigDecimal.ZERO;
        LocalDate from = dueOn;
        for (Paid part : paid) {
            LocalDate to = part.on().isAfter(day) ? day : part.on();
            Optional<BigDecimal> accrued = accrued(principal, from, to, rates);
            if (accrued.isEmpty()) {
                return Optional.empty();
            }
            interest = interest.add(accrued.get()).subtract(part.interest().toBaht());
            principal = principal.minus(part.principal());
            from = to.isAfter(from) ? to : from;
        }
        BigDecimal before = interest;
        Money left = principal;
        return accrued(principal, from, day, rates)
                .map(before::add)
                .map(sum -> Money.parse(sum.max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP).toPlainString()))
                .map(sum -> new RefundDue(day, dueOn, left, sum));
    }

    private static Optional<BigDecimal> accrued(Money principal, LocalDate from, LocalDate to, LegalRates rates) {
        BigDecimal percentDays = BigDecimal.ZERO;
        if (principal.isPositive()) {
            for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
                Optional<BigDecimal> rate = rates.on(day);
                if (rate.isEmpty()) {
                    return Optional.empty();
                }
                percentDays = percentDays.add(rate.get());
            }
        }
        return Optional.of(principal.toBaht().multiply(percentDays).divide(YEAR, MathContext.DECIMAL64));
    }
}
