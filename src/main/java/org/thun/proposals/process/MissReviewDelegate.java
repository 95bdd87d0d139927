package org.thun.proposals.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.proposals.ProposalWork;

/** The limit has passed without the review. */
@Component
class MissReviewDelegate implements JavaDelegate {

    private final ProposalWork work;

    MissReviewDelegate(ProposalWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.missReview(execution.getProcessBusinessKey());
    }
}
