package org.thun.evaluation;

import java.time.LocalDate;

/**
 * A recommendation of a final assessment.
 *
 * @param id id of the recommendation
 * @param grantId the grant
 * @param evaluationId the evaluation it comes from
 * @param no number within the evaluation, from 1
 * @param text what should be done
 * @param importance how much hangs on it
 * @param dueOn day by which the evaluator wants it done; after an acceptance, the day the grantee undertook
 * @param state where it stands
 * @param answerDueOn last day for the management answer (BR-29), or {@code null} before the assessment is final
 * @param answer the management answer, or {@code null}
 * @param answerReason its reason, or {@code null}
 * @param verifiedNote what the funder saw done, or {@code null}
 */
public record Recommendation(
        String id,
        String grantId,
        String evaluationId,
        int no,
        String text,
        Importance importance,
        LocalDate dueOn,
        RecommendationState state,
        LocalDate answerDueOn,
        ManagementAnswer answer,
        String answerReason,
        String verifiedNote) {

    /**
     * Whether something should have happened by that day and has not: the answer, or what was accepted. A rejected
     * recommendation is never overdue.
     */
    public boolean isOverdue(LocalDate today) {
        return switch (state) {
            case OPEN -> answerDueOn.isBefore(today);
            case ANSWERED -> answer != ManagementAnswer.REJECT && dueOn.isBefore(today);
            case DRAFT, VERIFIED -> false;
        };
    }

    /** Whether it waits for somebody of the funder to see that it was done. */
    public boolean isVerifiable() {
        return state == RecommendationState.ANSWERED && answer != ManagementAnswer.REJECT;
    }
}
