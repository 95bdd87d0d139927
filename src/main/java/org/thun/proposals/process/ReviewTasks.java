package org.thun.proposals.process;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.proposals.Proposal;
import org.thun.proposals.Proposals;
import org.thun.proposals.Review;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskSource;

/** The task of one reviewer; the business key is the review. */
@Component
class ReviewTasks implements TaskSource {

    private final Proposals proposals;

    ReviewTasks(Proposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public String processKey() {
        return "proposal-review";
    }

    @Override
    public TaskContext contextOf(String elementId, String reviewId) {
        Review review = proposals.review(reviewId);
        Proposal proposal = proposals.get(review.proposalId());
        return new TaskContext(proposal.id(), proposal.path(), proposal.number(), proposal.scope(), proposal.title(),
                review.dueOn(), review.reviewerId(), Set.of());
    }
}
