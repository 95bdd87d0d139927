package org.thun.amendments.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.thun.amendments.Part;
import org.thun.amendments.Part.TrancheLine;
import org.thun.disbursement.Tranche;
import org.thun.grants.AgreedTranche;
import org.thun.programmes.GrantCalendar;
import org.thun.shared.Money;
import org.thun.shared.Problem;

/** What stands against tranches that are laid out anew (BR-02, BR-03). Pure. */
final class TrancheRules {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private TrancheRules() {}

    static List<Problem> against(Situation now, Amended after, Part.Tranches asked) {
        List<Problem> problems = new ArrayList<>();
        Map<Integer, Tranche> open = now.notAskedFor().stream()
                .collect(Collectors.toMap(Tranche::no, Function.identity()));
        Set<Integer> named = new HashSet<>();
        for (TrancheLine line : asked.lines()) {
            if (!open.containsKey(line.no()) || !named.add(line.no())) {
                problems.add(Problem.of("amendments.problem.trancheFixed", line.no()).under("BR-02"));
            } else {
                period(now, after, open.get(line.no()), line, problems);
            }
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        if (same(now.current().tranches(), after.tranches())) {
            return List.of(Problem.of("amendments.problem.unchanged"));
        }
        sums(now, after, asked, problems);
        order(after.tranches(), problems);
        return problems;
    }

    private static void sums(Situation now, Amended after, Part.Tranches asked, List<Problem> problems) {
        Money sum = Money.sum(after.tranches().stream().map(AgreedTranche::amount).toList());
        BigDecimal shares = after.tranches().stream().map(AgreedTranche::sharePercent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!sum.equals(now.grant().amount()) || shares.compareTo(WHOLE) != 0) {
            problems.add(Problem.of("amendments.problem.trancheSum", sum, shares, now.grant().amount()).under("BR-02"));
        }
        BigDecimal most = now.definition().tranches().advanceLimitPercent();
        for (AgreedTranche tranche : after.tranches()) {
            boolean changes = asked.lines().stream().anyMatch(line -> line.no() == tranche.no());
            if (changes && !tranche.amount().isPositive()) {
                problems.add(Problem.of("amendments.problem.trancheEmpty", tranche.no()).under("BR-02"));
            }
            if (changes && tranche.no() == 1 && most != null && tranche.sharePercent().compareTo(most) > 0) {
                problems.add(Problem.of("amendments.problem.advance", most).under("BR-03"));
            }
        }
    }

    private static void period(
            Situation now, Amended after, Tranche tranche, TrancheLine line, List<Problem> problems) {
        if (line.afterPeriod() == null || line.afterPeriod().equals(tranche.afterPeriod())) {
            return;
        }
        int periods = new GrantCalendar(now.definition(), now.grant().effectiveFrom(), after.months()).periods().size();
        if (tranche.afterPeriod() == null || tranche.openedOn() != null) {
            problems.add(Problem.of("amendments.problem.tranchePeriodFixed", tranche.no()));
        } else if (line.afterPeriod() < 1 || line.afterPeriod() > periods) {
            problems.add(Problem.of("amendments.problem.tranchePeriod", tranche.no(), periods));
        }
    }

    /** A later tranche does not open before an earlier one. */
    private static void order(List<AgreedTranche> plan, List<Problem> problems) {
        int latest = 0;
        for (AgreedTranche tranche : plan) {
            if (tranche.afterPeriod() != null && tranche.afterPeriod() < latest) {
                problems.add(Problem.of("amendments.problem.trancheOrder", tranche.no()));
            }
            latest = tranche.afterPeriod() == null ? latest : Math.max(latest, tranche.afterPeriod());
        }
    }

    private static boolean same(List<AgreedTranche> before, List<AgreedTranche> after) {
        return Differences.tranches(before, after).isEmpty();
    }
}
