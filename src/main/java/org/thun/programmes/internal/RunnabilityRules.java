package org.thun.programmes.internal;

import java.util.ArrayList;
import java.util.List;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.ReportingPolicy.PeriodUnit;
import org.thun.programmes.Runnability;
import org.thun.programmes.TranchePolicy;
import org.thun.programmes.TranchePolicy.TrancheMode;
import org.thun.shared.Problem;

/**
 * What the product can run today, against what a definition asks for. A definition may state anything the format knows;
 * this is the one place that says which of it no grant can be run on yet. A missing threshold of money or rights also
 * stands here: it refuses the run instead of being guessed.
 */
final class RunnabilityRules {

    private final ProgrammeDefinition definition;
    private final List<Problem> reasons = new ArrayList<>();

    private RunnabilityRules(ProgrammeDefinition definition) {
        this.definition = definition;
    }

    static Runnability check(ProgrammeDefinition definition) {
        RunnabilityRules rules = new RunnabilityRules(definition);
        rules.checkShape();
        rules.checkPayment();
        rules.checkThresholds();
        return new Runnability(rules.reasons);
    }

    private void checkShape() {
        if (!definition.duration().fixed()) {
            unsupported("duration_open", definition.duration().minMonths(), definition.duration().maxMonths());
        }
        if (definition.reporting().unit() == PeriodUnit.WEEK) {
            unsupported("week_periods");
        }
        if (definition.reporting().unit() == PeriodUnit.YEAR) {
            unsupported("year_periods");
        }
        if (!definition.cohorts().isEmpty()) {
            unsupported("cohorts");
        }
        if (definition.activities().isEmpty() || definition.schedule().isEmpty()) {
            unsupported("no_schedule");
        }
        if (definition.grantee() == null) {
            unsupported("grantee_per_grant");
        }
        if (definition.funder() == null) {
            unsupported("no_funder");
        }
    }

    private void checkPayment() {
        TranchePolicy policy = definition.tranches();
        if (policy.mode() == TrancheMode.SINGLE) {
            unsupported("single_tranche");
        }
        if (policy.fastPathHours() != null) {
            unsupported("fast_path", policy.fastPathHours());
        }
        if (policy.afterCheckDays() != null) {
            unsupported("after_check", policy.afterCheckDays());
        }
        policy.conditions().forEach(condition -> unsupported("condition_in_words", condition));
    }

    private void checkThresholds() {
        stated("tranches.advance_limit_percent", definition.tranches().advanceLimitPercent());
        stated("tranches.spent_last_percent", definition.tranches().spentLastPercent());
        stated("tranches.spent_earlier_percent", definition.tranches().spentEarlierPercent());
        stated("tranches.audit_from", definition.tranches().auditFrom());
        stated("tranches.last_requires",
                definition.tranches().lastRequires().isEmpty() ? null : definition.tranches().lastRequires());
        stated("review", definition.review());
        stated("approval_limits", definition.approvalLimits().isEmpty() ? null : definition.approvalLimits());
        stated("cash_limit", definition.cashLimit());
    }

    private void stated(String key, Object threshold) {
        if (threshold == null) {
            reasons.add(Problem.of("programmes.unrunnable.threshold_missing", key));
        }
    }

    private void unsupported(String feature, Object... args) {
        reasons.add(Problem.of("programmes.unrunnable." + feature, args));
    }
}
