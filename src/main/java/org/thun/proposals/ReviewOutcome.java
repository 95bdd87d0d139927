package org.thun.proposals;

/** What the reviews of a version come to by the decision table {@code review-outcome} (BR-30, BR-31). */
public enum ReviewOutcome {
    /** Good enough to be approved. */
    PASS,
    /** To be revised. */
    REVISE,
    /** To be rejected. */
    REJECT,
    /** To be revised, but there were as many revisions as allowed: the board decides. */
    BOARD,
    /** Scores lie far apart: a further review is needed. */
    THIRD_REVIEW,
    /** Too few reviews came. */
    MORE_REVIEWERS
}
