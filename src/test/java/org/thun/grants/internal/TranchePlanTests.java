package org.thun.grants.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thun.grants.AgreedTranche;
import org.thun.grants.BudgetLine;
import org.thun.grants.TrancheRelease;
import org.thun.programmes.TranchePolicy;
import org.thun.programmes.TranchePolicy.Tranche;
import org.thun.programmes.TranchePolicy.TrancheMode;
import org.thun.programmes.TranchePolicy.TrancheTrigger;
import org.thun.shared.Money;
import org.thun.shared.Problem;

class TranchePlanTests {

    private static final TranchePolicy POLICY = policy("33.33", "33.33", "33.34");

    @Test
    @DisplayName("BR-02: shares are cut down to the satang and the last tranche carries the rounding")
    void givesTheRoundingToTheLastTranche() {
        assertThat(amounts(TranchePlan.propose(POLICY, Money.parse("100.01"))))
                .containsExactly("33.33", "33.33", "33.35");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.03", "1.00", "999999.99", "1234567.89", "9999999999999.99"})
    @DisplayName("BR-02: the tranches sum to the grant whatever the amount")
    void sumsToTheGrant(String amount) {
        Money grant = Money.parse(amount);
        List<AgreedTranche> tranches = TranchePlan.propose(POLICY, grant);
        assertThat(TranchePlan.total(tranches)).isEqualTo(grant);
        assertThat(tranches).noneMatch(tranche -> tranche.amount().isNegative());
    }

    @Test
    void saysWhatReleasesEachTranche() {
        List<AgreedTranche> tranches = TranchePlan.propose(POLICY, Money.ofBaht(300));
        assertThat(tranches).extracting(AgreedTranche::release).containsExactly(
                TrancheRelease.AT_START, TrancheRelease.AFTER_PERIOD, TrancheRelease.AT_CLOSE_OUT);
        assertThat(tranches).extracting(AgreedTranche::afterPeriod).containsExactly(null, 1, null);
    }

    @Test
    void findsNothingAgainstEqualSums() {
        Money amount = Money.ofBaht(300);
        assertThat(TranchePlan.check(amount, budget("100", "200"), TranchePlan.propose(POLICY, amount))).isEmpty();
    }

    @Test
    @DisplayName("BR-01: a satang too little in the budget is refused")
    void refusesABudgetThatMissesASatang() {
        Money amount = Money.ofBaht(300);
        assertThat(TranchePlan.check(amount, budget("100", "199.99"), TranchePlan.propose(POLICY, amount)))
                .extracting(Problem::rule)
                .containsExactly("BR-01");
    }

    @Test
    @DisplayName("BR-02: tranches that miss the grant, or shares that miss 100, are refused")
    void refusesTranchesThatMissTheGrant() {
        Money amount = Money.ofBaht(300);
        List<AgreedTranche> less = TranchePlan.propose(POLICY, Money.parse("299.99"));
        assertThat(TranchePlan.check(amount, budget("100", "200"), less)).extracting(Problem::rule).containsExactly("BR-02");
        List<AgreedTranche> shares = TranchePlan.propose(policy("33.33", "33.33", "33.33"), amount);
        assertThat(TranchePlan.check(amount, budget("300"), shares)).extracting(Problem::rule).containsExactly("BR-02");
    }

    private static List<String> amounts(List<AgreedTranche> tranches) {
        return tranches.stream().map(tranche -> tranche.amount().toString()).toList();
    }

    private static List<BudgetLine> budget(String... amounts) {
        List<BudgetLine> lines = new ArrayList<>();
        for (String amount : amounts) {
            lines.add(new BudgetLine("1." + lines.size(), "staff", Money.parse(amount)));
        }
        return lines;
    }

    private static TranchePolicy policy(String first, String second, String last) {
        return new TranchePolicy(TrancheMode.INSTALMENTS,
                List.of(new Tranche(1, new BigDecimal(first), TrancheTrigger.AGREEMENT_EFFECTIVE, null),
                        new Tranche(2, new BigDecimal(second), TrancheTrigger.PERIOD_ACCEPTED, 1),
                        new Tranche(3, new BigDecimal(last), TrancheTrigger.CLOSE_OUT_ACCEPTED, null)),
                new BigDecimal("40"), new BigDecimal("80"), new BigDecimal("100"), List.of(), Money.ofBaht(1_000_000),
                12, null, null, null, List.of());
    }
}
