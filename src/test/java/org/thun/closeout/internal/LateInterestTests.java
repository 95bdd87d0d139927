package org.thun.closeout.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.thun.closeout.internal.LateInterest.Paid;
import org.thun.shared.Money;

@DisplayName("BR-37: interest on a refund that comes late")
class LateInterestTests {

    private static final LocalDate DUE = LocalDate.of(2017, 12, 30);
    private static final LegalRates RATES = LegalRates.of(
            new LegalRates.Rate(LocalDate.of(1925, 1, 1), new BigDecimal("7.5")),
            new LegalRates.Rate(LocalDate.of(2021, 4, 11), new BigDecimal("5")));

    @Test
    void isNothingUpToTheDueDay() {
        assertThat(interest(DUE, "1000000", List.of())).isEqualTo(Money.ZERO);
        assertThat(interest(DUE.minusDays(40), "1000000", List.of())).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("refund paid in two parts, one day late: interest on the second part only, for one day")
    void countsWhatIsStillOwed() {
        Paid inTime = new Paid(DUE, Money.parse("500000"), Money.ZERO);
        // 99,899.75 x 7.5 % / 365 = 20.5273…
        assertThat(interest(DUE.plusDays(1), "99899.75", List.of(inTime))).isEqualTo(Money.parse("20.53"));
    }

    @Test
    void paysInterestFirst() {
        // 1,000 x 7.5 % x 10 / 365 = 2.0547…
        assertThat(interest(DUE.plusDays(10), "1000", List.of())).isEqualTo(Money.parse("2.05"));
        Paid late = new Paid(DUE.plusDays(10), Money.parse("502.05"), Money.parse("2.05"));
        // 500 x 7.5 % x 5 / 365 = 0.5136…, and 0.0047… that was rounded away before
        assertThat(interest(DUE.plusDays(15), "500", List.of(late))).isEqualTo(Money.parse("0.52"));
    }

    @Test
    void followsTheRateOfEachDay() {
        // 365,000 for one day at 7.5 % and one at 5 %
        LocalDate due = LocalDate.of(2021, 4, 9);
        assertThat(LateInterest.on(due.plusDays(2), due, Money.parse("365000"), List.of(), RATES).orElseThrow().interest())
                .isEqualTo(Money.parse("125"));
    }

    @Test
    @DisplayName("without a rate nothing is computed: fail closed on money")
    void computesNothingWithoutARate() {
        assertThat(LateInterest.on(DUE.plusDays(1), DUE, Money.parse("1"), List.of(), LegalRates.of())).isEmpty();
        assertThat(LateInterest.on(DUE, DUE, Money.parse("1"), List.of(), LegalRates.of())).isPresent();
    }

    private static Money interest(LocalDate day, String owed, List<Paid> paid) {
        return LateInterest.on(day, DUE, Money.parse(owed), paid, RATES).orElseThrow().interest();
    }
}
