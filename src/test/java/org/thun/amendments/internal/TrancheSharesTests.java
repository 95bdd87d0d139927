package org.thun.amendments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.thun.amendments.Part.TrancheLine;
import org.thun.grants.AgreedTranche;
import org.thun.shared.Money;

class TrancheSharesTests {

    private static final Money GRANT = Money.parse("100.01");
    private static final List<AgreedTranche> PLAN = List.of(
            new AgreedTranche(1, new BigDecimal("40.00"), Money.parse("40.00"), null, false),
            new AgreedTranche(2, new BigDecimal("30.00"), Money.parse("30.00"), 1, false),
            new AgreedTranche(3, new BigDecimal("20.00"), Money.parse("20.00"), 2, false),
            new AgreedTranche(4, new BigDecimal("10.00"), Money.parse("10.01"), null, true));

    @Test
    @DisplayName("BR-02: shares become amounts cut down to the satang, the last that changes takes what the rounding leaves")
    void sharesAreCutDownAndTheLastTakesTheRest() {
        List<AgreedTranche> laid = TrancheShares.of(GRANT, PLAN,
                List.of(share(2, "33.33"), share(3, "16.67"), share(4, "10")));
        assertThat(laid).extracting(AgreedTranche::amount)
                .containsExactly(Money.parse("40.00"), Money.parse("33.33"), Money.parse("16.67"), Money.parse("10.01"));
        assertThat(sum(laid)).isEqualTo(GRANT);
        assertThat(shares(laid)).isEqualByComparingTo("100");
    }

    @Test
    @DisplayName("BR-02: amounts become shares that sum to 100.00, whatever their rounding")
    void amountsBecomeShares() {
        List<AgreedTranche> laid = TrancheShares.of(GRANT, PLAN, List.of(amount(2, "20.02"), amount(3, "29.98")));
        assertThat(sum(laid)).isEqualTo(GRANT);
        assertThat(shares(laid)).isEqualByComparingTo("100");
        assertThat(laid.get(1).sharePercent()).isEqualByComparingTo("20.02");
    }

    @Test
    @DisplayName("The one that says nothing takes what the others leave; a period is only changed where one is named")
    void theLastOneTakesTheRest() {
        List<AgreedTranche> laid = TrancheShares.of(GRANT, PLAN,
                List.of(new TrancheLine(2, null, Money.parse("10"), 2), new TrancheLine(3, null, null, null)));
        assertThat(laid).extracting(AgreedTranche::amount, AgreedTranche::afterPeriod).containsExactly(
                tuple(Money.parse("40.00"), null), tuple(Money.parse("10"), 2), tuple(Money.parse("40.00"), 2),
                tuple(Money.parse("10.01"), null));
        assertThat(shares(laid)).isEqualByComparingTo("100");
    }

    @Test
    @DisplayName("What does not sum is not made to")
    void whatDoesNotSumIsShownAsItIs() {
        List<AgreedTranche> laid = TrancheShares.of(GRANT, PLAN, List.of(amount(2, "35"), amount(3, "20")));
        assertThat(sum(laid)).isEqualTo(Money.parse("105.01"));
        assertThat(TrancheShares.of(GRANT, PLAN, List.of())).isEqualTo(PLAN);
    }

    private static TrancheLine share(int no, String percent) {
        return new TrancheLine(no, new BigDecimal(percent), null, null);
    }

    private static TrancheLine amount(int no, String baht) {
        return new TrancheLine(no, null, Money.parse(baht), null);
    }

    private static Money sum(List<AgreedTranche> plan) {
        return Money.sum(plan.stream().map(AgreedTranche::amount).toList());
    }

    private static BigDecimal shares(List<AgreedTranche> plan) {
        return plan.stream().map(AgreedTranche::sharePercent).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
