package org.thun.evaluation;

import java.time.LocalDate;
import java.util.List;

/**
 * An assessment as it stands.
 *
 * @param id id of the assessment
 * @param state where it stands
 * @param text what it says now
 * @param filedOn day of filing
 * @param commentsDueOn last day for comments on fact
 * @param comments the grantee's comments with their answers
 * @param returnReason why the evaluation manager returned it last, or {@code null}
 * @param finalOn day of approval, or {@code null}
 */
public record Assessment(
        String id,
        AssessmentState state,
        AssessmentText text,
        LocalDate filedOn,
        LocalDate commentsDueOn,
        List<FactComment> comments,
        String returnReason,
        LocalDate finalOn) {

    public Assessment {
        comments = List.copyOf(comments);
    }
}
