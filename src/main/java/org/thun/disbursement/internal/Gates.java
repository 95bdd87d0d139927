package org.thun.disbursement.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.thun.disbursement.Checklist;
import org.thun.grants.GrantState;
import org.thun.progress.MentorOpinion;
import org.thun.progress.PeriodReport;
import org.thun.shared.Money;
import org.thun.tasks.FactSheet.Check;

/**
 * The rules that release a tranche: BR-03 for the first, BR-04 and BR-05 for those after a period, BR-06 for the one at
 * close-out, BR-49 for what is kept back until then. Pure judgement; a value that is not known closes the gate.
 */
final class Gates {

    private static final Set<GrantState> RUNNING = EnumSet.of(GrantState.EFFECTIVE, GrantState.WAITING_TO_CLOSE);

    private Gates() {}

    /** @param others checks that other modules ask for */
    static Checklist judge(GateInput input, List<Check> others) {
        List<Check> checks = new ArrayList<>();
        Check spending = null;
        if (input.tranche().atCloseOut()) {
            checks.add(running(input, "BR-06"));
        } else if (input.tranche().afterPeriod() == null) {
            checks.addAll(first(input));
        } else {
            checks.addAll(afterPeriod(input));
            if (input.policy().spentLastPercent() == null) {
                checks.add(unstated("BR-04", "spent_last_percent"));
            } else {
                spending = spentOfLast(input);
            }
        }
        checks.add(accountVerified(input));
        if (input.instituteFees().isPositive() && !input.tranche().atCloseOut()) {
            checks.add(new Check("BR-49", "disbursement.gate.fee", List.of(input.instituteFees()),
                    input.most().isPositive(), "disbursement.gate.fee.missing"));
        }
        checks.addAll(others);
        boolean open = checks.stream().allMatch(Check::met);
        if (spending == null) {
            return new Checklist(checks, open, false, open ? input.most() : Money.ZERO);
        }
        checks.add(spending);
        return spending.met()
                ? new Checklist(checks, open, false, open ? input.most() : Money.ZERO)
                : reduced(input, checks, open);
    }

    /** BR-05: too little is spent, so only the need of the next period may be paid. */
    private static Checklist reduced(GateInput input, List<Check> checks, boolean open) {
        Money forecast = input.report() == null ? null : input.report().nextForecast();
        if (forecast == null) {
            checks.add(new Check("BR-05", "disbursement.gate.forecast", List.of(), false,
                    "disbursement.gate.forecast.missing"));
            return new Checklist(checks, false, true, null);
        }
        Money need = forecast.minus(input.statement().balance()).min(input.most()).max(Money.ZERO);
        checks.add(new Check("BR-05", "disbursement.gate.need", List.of(need), need.isPositive(),
                "disbursement.gate.need.missing"));
        boolean passable = open && need.isPositive();
        return new Checklist(checks, passable, true, passable ? need : Money.ZERO);
    }

    private static List<Check> first(GateInput input) {
        BigDecimal limit = input.policy().advanceLimitPercent();
        boolean within = limit != null
                && input.tranche().agreed().compareTo(input.grant().amount().percentRoundedDown(limit)) <= 0;
        return List.of(
                new Check("BR-03", "disbursement.gate.effective", List.of(),
                        input.grant().state() == GrantState.EFFECTIVE, "disbursement.gate.effective.missing"),
                limit == null
                        ? unstated("BR-03", "advance_limit_percent")
                        : new Check("BR-03", "disbursement.gate.advance", List.of(limit), within,
                                "disbursement.gate.advance.missing"),
                new Check("BR-03", "disbursement.gate.recovery", List.of(input.grantsInRecovery()),
                        input.grantsInRecovery().isEmpty(), "disbursement.gate.recovery.missing"));
    }

    private static List<Check> afterPeriod(GateInput input) {
        PeriodReport report = input.report();
        int period = input.tranche().afterPeriod();
        BigDecimal earlier = input.policy().spentEarlierPercent();
        return List.of(
                new Check("BR-04", "disbursement.gate.report", List.of(period), report != null && report.accepted(),
                        "disbursement.gate.report.missing"),
                new Check("BR-04", "disbursement.gate.balanced", List.of(period),
                        report != null && report.accepted() && report.balanced(), "disbursement.gate.balanced.missing"),
                earlier == null
                        ? unstated("BR-04", "spent_earlier_percent")
                        : new Check("BR-04", "disbursement.gate.cleared", List.of(input.paidEarlier(), earlier),
                                atLeast(input.statement().spent(), earlier, input.paidEarlier()),
                                "disbursement.gate.cleared.missing"),
                new Check("BR-04", "disbursement.gate.mentor", List.of(),
                        report != null
                                && report.mentorOpinion() != null
                                && report.mentorOpinion() != MentorOpinion.TERMINATE,
                        "disbursement.gate.mentor.missing"),
                running(input, "BR-04"));
    }

    private static Check spentOfLast(GateInput input) {
        BigDecimal needed = input.policy().spentLastPercent();
        Money spentOfLast = input.statement().spent().minus(input.paidEarlier()).max(Money.ZERO);
        return new Check("BR-04", "disbursement.gate.spent",
                List.of(needed, spentOfLast.min(input.paidLast()), input.paidLast()),
                atLeast(spentOfLast, needed, input.paidLast()), "disbursement.gate.spent.missing");
    }

    private static Check running(GateInput input, String rule) {
        return new Check(rule, "disbursement.gate.running", List.of(), RUNNING.contains(input.grant().state()),
                "disbursement.gate.running.missing");
    }

    private static Check accountVerified(GateInput input) {
        return new Check("BR-03", "disbursement.gate.account", List.of(), input.accountVerified(),
                "disbursement.gate.account.missing");
    }

    /** The definition does not say: nobody may pay until it does. */
    private static Check unstated(String rule, String name) {
        return new Check(rule, "disbursement.gate.unstated", List.of(name), false, "disbursement.gate.unstated.missing");
    }

    /** Whether the part is at least that percentage of the whole, without rounding. */
    private static boolean atLeast(Money part, BigDecimal percent, Money whole) {
        return part.toBaht().movePointRight(2).compareTo(whole.toBaht().multiply(percent)) >= 0;
    }
}
