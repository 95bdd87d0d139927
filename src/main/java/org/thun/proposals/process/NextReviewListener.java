package org.thun.proposals.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.thun.proposals.ProposalWork;
import org.thun.proposals.Proposals;
import org.thun.proposals.Review;

/** Gives each of the parallel review processes its own review, by its place among them. */
@Component
class NextReviewListener implements ExecutionListener {

    private final Proposals proposals;
    private final ProposalWork work;

    NextReviewListener(Proposals proposals, ProposalWork work) {
        this.proposals = proposals;
        this.work = work;
    }

    @Override
    public void notify(DelegateExecution execution) {
        int place = (Integer) execution.getVariable("loopCounter");
        String reviewId = work.openReviews(execution.getProcessBusinessKey()).get(place);
        Review review = proposals.review(reviewId);
        execution.setVariableLocal("reviewId", reviewId);
        // The review may still come on its last day.
        execution.setVariableLocal("reviewDueAt", Deadline.after(review.dueOn()));
    }
}
