package org.thun.disbursement.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;
import org.thun.disbursement.TrancheDesk.Authority;
import org.thun.grants.Grant;
import org.thun.programmes.ApprovalLimit;
import org.thun.programmes.Programmes;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

/**
 * Who approves an amount: the programme's limits, weighed by the decision table {@code payment-authority} (BR-32). An amount
 * for which the programme names nobody is refused.
 */
@Component
class PaymentAuthority {

    private final DecisionService decisions;
    private final Programmes programmes;

    PaymentAuthority(DecisionService decisions, Programmes programmes) {
        this.decisions = decisions;
        this.programmes = programmes;
    }

    Outcome<Authority> over(Money amount, Grant grant) {
        List<ApprovalLimit> limits =
                programmes.version(grant.programmeKey(), grant.programmeVersion()).approvalLimits();
        return over(amount, limits);
    }

    Outcome<Authority> over(Money amount, List<ApprovalLimit> limits) {
        ApprovalLimit limit = limits.stream().filter(one -> one.covers(amount)).findFirst().orElse(null);
        if (limit == null) {
            return Outcome.refused(Problem.of("disbursement.problem.noAuthority", amount).under("BR-32"));
        }
        List<Long> satang = limits.stream()
                .map(ApprovalLimit::upTo)
                .filter(Objects::nonNull)
                .map(Money::satang)
                .toList();
        DmnDecisionResult result = decisions.evaluateDecisionByKey("payment-authority")
                .variables(Map.of("amount", amount.satang(), "limits", satang))
                .evaluate();
        Boolean resolutionNeeded = result.isEmpty() ? null : result.getSingleResult().getEntry("resolutionNeeded");
        return resolutionNeeded == null
                ? Outcome.refused(Problem.of("disbursement.problem.noAuthority", amount).under("BR-32"))
                : Outcome.done(new Authority(limit.title(), resolutionNeeded));
    }
}
