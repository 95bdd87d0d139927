package org.thun.proposals.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.proposals.ProposalWork;
import org.thun.proposals.ProposalWork.Standing;

/** Lays the reviews and the programme's thresholds before the decision tables. */
@Component
class SumUpReviewsDelegate implements JavaDelegate {

    private final ProposalWork work;

    SumUpReviewsDelegate(ProposalWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Standing standing = work.standing(execution.getProcessBusinessKey());
        execution.setVariable("reviewCount", standing.reviewCount());
        execution.setVariable("meanScore", standing.meanScore());
        execution.setVariable("scoreDifference", standing.scoreDifference());
        execution.setVariable("minReviewers", standing.minReviewers());
        execution.setVariable("thirdAsked", standing.thirdAsked());
        execution.setVariable("revisionLoops", standing.revisionLoops());
        execution.setVariable("maxRevisionLoops", standing.maxRevisionLoops());
        execution.setVariable("passFrom", standing.passFrom());
        execution.setVariable("reviseFrom", standing.reviseFrom());
        execution.setVariable("thirdReviewFrom", standing.thirdReviewFrom());
        execution.setVariable("amountSatang", standing.amount().satang());
        execution.setVariable("officerLimitSatang", standing.officerLimit().satang());
        execution.setVariable("planBoardLimitSatang", standing.planBoardLimit().satang());
    }
}
