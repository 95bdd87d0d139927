package org.thun.proposals.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.proposals.ProposalWork;
import org.thun.proposals.ReviewOutcome;

/** Writes down what the decision tables said, for those who decide. */
@Component
class RecommendProposalDelegate implements JavaDelegate {

    private final ProposalWork work;

    RecommendProposalDelegate(ProposalWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.recommend(
                execution.getProcessBusinessKey(),
                ReviewOutcome.valueOf((String) execution.getVariable("reviewOutcome")),
                (String) execution.getVariable("authority"));
    }
}
