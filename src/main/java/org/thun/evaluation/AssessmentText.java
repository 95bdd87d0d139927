package org.thun.evaluation;

import java.util.List;

/**
 * What an evaluator writes.
 *
 * @param method how it was found out
 * @param findings what was found
 * @param ratings one rating for each criterion of the programme's scale
 * @param overallLevel the overall rating, stated by the evaluator and never averaged (BR-27)
 * @param overallReason why
 * @param recommendations what should be done; may be empty
 */
public record AssessmentText(
        String method,
        String findings,
        List<Rating> ratings,
        String overallLevel,
        String overallReason,
        List<ProposedAction> recommendations) {

    public AssessmentText {
        ratings = List.copyOf(ratings);
        recommendations = List.copyOf(recommendations);
    }
}
