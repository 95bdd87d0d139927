package org.thun.proposals.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.proposals.ProposalWork;

/** Puts the version before its reviewers; the model makes one step for each review. */
@Component
class OpenReviewsDelegate implements JavaDelegate {

    private final ProposalWork work;

    OpenReviewsDelegate(ProposalWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("openReviews", work.openReviews(execution.getProcessBusinessKey()).size());
    }
}
