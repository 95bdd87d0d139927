package org.thun.evaluation;

/** Where a recommendation stands. */
public enum RecommendationState {
    /** The assessment is not final yet. */
    DRAFT,
    /** The management answer is awaited (BR-29). */
    OPEN,
    /** Answered; what was accepted is being acted on. */
    ANSWERED,
    /** Somebody of the funder has seen that it was acted on. */
    VERIFIED
}
