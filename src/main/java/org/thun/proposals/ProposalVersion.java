package org.thun.proposals;

import java.time.LocalDateTime;

/**
 * A version of a proposal.
 *
 * @param no number from 1
 * @param content what it says
 * @param submittedBy who handed it in, or {@code null} for a draft
 * @param submittedAt when, or {@code null} for a draft
 * @param outcome what its reviews came to, or {@code null} before
 * @param authority code of the authority that decides on it, or {@code null} before the reviews are in
 * @param thirdAsked whether a further review was asked for because the scores lay far apart (BR-30)
 */
public record ProposalVersion(
        int no,
        ProposalContent content,
        String submittedBy,
        LocalDateTime submittedAt,
        ReviewOutcome outcome,
        String authority,
        boolean thirdAsked) {

    public boolean submitted() {
        return submittedAt != null;
    }
}
