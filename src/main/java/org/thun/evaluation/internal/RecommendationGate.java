package org.thun.evaluation.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheGate;
import org.thun.evaluation.Importance;
import org.thun.grants.Grant;
import org.thun.shared.BusinessClock;
import org.thun.tasks.FactSheet;

/** No tranche is paid while a critical recommendation is overdue (BR-04). */
@Component
class RecommendationGate implements TrancheGate {

    private final EvaluationMapper rows;
    private final BusinessClock clock;

    RecommendationGate(EvaluationMapper rows, BusinessClock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String rule() {
        return "BR-04";
    }

    @Override
    public List<FactSheet.Check> evaluate(Grant grant, Tranche tranche) {
        if (tranche.no() == 1) {
            return List.of();
        }
        long overdue = rows.finalRecommendations(grant.id()).stream()
                .filter(recommendation -> recommendation.importance() == Importance.CRITICAL)
                .filter(recommendation -> recommendation.isOverdue(clock.today()))
                .count();
        return List.of(new FactSheet.Check(rule(), "evaluation.gate.noOverdueCritical", List.of(overdue), overdue == 0,
                "evaluation.gate.noOverdueCritical.missing"));
    }
}
