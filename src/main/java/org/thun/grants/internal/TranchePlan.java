package org.thun.grants.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.thun.grants.AgreedTranche;
import org.thun.grants.BudgetLine;
import org.thun.programmes.TranchePolicy;
import org.thun.programmes.TranchePolicy.Tranche;
import org.thun.programmes.TranchePolicy.TrancheTrigger;
import org.thun.shared.Money;
import org.thun.shared.Problem;

/** How the money of a grant is cut: by shares into tranches (BR-02), by activities and cost heads into a budget (BR-01). */
final class TranchePlan {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private TranchePlan() {}

    /**
     * The tranches the programme's policy gives for an amount. Each is its share cut down to the satang; the last one is
     * what remains.
     */
    static List<AgreedTranche> propose(TranchePolicy policy, Money amount) {
        List<AgreedTranche> tranches = new ArrayList<>();
        Money rest = amount;
        int last = policy.tranches().size();
        for (Tranche tranche : policy.tranches()) {
            Money share = tranche.no() == last ? rest : amount.percentRoundedDown(tranche.sharePercent());
            rest = rest.minus(share);
            tranches.add(new AgreedTranche(tranche.no(), tranche.sharePercent(), share,
                    tranche.trigger() == TrancheTrigger.PERIOD_ACCEPTED ? tranche.period() : null,
                    tranche.trigger() == TrancheTrigger.CLOSE_OUT_ACCEPTED));
        }
        return tranches;
    }

    /** What stands against signing for these amounts. */
    static List<Problem> check(Money amount, List<BudgetLine> budget, List<AgreedTranche> tranches) {
        List<Problem> problems = new ArrayList<>();
        Money budgeted = budgetTotal(budget);
        if (!budgeted.equals(amount)) {
            problems.add(Problem.of("grants.problem.budgetSum", budgeted, amount).under("BR-01"));
        }
        Money planned = total(tranches);
        BigDecimal shares = tranches.stream().map(AgreedTranche::sharePercent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!planned.equals(amount) || shares.compareTo(WHOLE) != 0) {
            problems.add(Problem.of("grants.problem.trancheSum", planned, shares, amount).under("BR-02"));
        }
        return problems;
    }

    static Money total(List<AgreedTranche> tranches) {
        return Money.sum(tranches.stream().map(AgreedTranche::amount).toList());
    }

    static Money budgetTotal(List<BudgetLine> budget) {
        return Money.sum(budget.stream().map(BudgetLine::amount).toList());
    }
}
