package org.thun.amendments.process;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.thun.amendments.AmendmentClass;
import org.thun.amendments.ClassTable;

/** Asks the decision table {@code amendment-class}. What it does not know is the approver's to decide. */
@Component
class DecisionClassTable implements ClassTable {

    private final DecisionService decisions;

    DecisionClassTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public AmendmentClass of(Weighed change) {
        List<Double> limits = Stream.of(change.noticeUpToPercent(), change.minorUpToPercent())
                .filter(Objects::nonNull)
                .map(BigDecimal::doubleValue)
                .toList();
        var result = decisions.evaluateDecisionByKey("amendment-class")
                .variables(Variables.createVariables()
                        .putValue("kind", change.kind().name())
                        .putValue("percent", change.percent() == null ? 0.0 : change.percent().doubleValue())
                        .putValue("limits", limits)
                        .putValue("sensitive", change.sensitive()))
                .evaluate();
        return result.isEmpty()
                ? AmendmentClass.MAJOR
                : AmendmentClass.valueOf(result.getSingleResult().getEntry("weight"));
    }
}
