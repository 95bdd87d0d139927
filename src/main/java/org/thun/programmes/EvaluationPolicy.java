package org.thun.programmes;

import java.util.List;
import org.thun.shared.LocalizedText;

/**
 * Evaluations of a grant and the rules for those who make them.
 *
 * @param evaluations the planned evaluations, by month
 * @param acceptWorkingDays working days an evaluator has to accept with a conflict declaration (BR-26)
 * @param factCommentDays days the grantee has to comment on fact (BR-28)
 * @param managementAnswerDays days for the management answer after the final assessment (BR-29)
 * @param conflictMonths months back in which a tie to the grant excludes an evaluator (SD3)
 * @param followOnMonths months after in which an evaluator takes no follow-on contract (SD3)
 * @param scale the rating scale (BR-27)
 */
public record EvaluationPolicy(
        List<PlannedEvaluation> evaluations,
        int acceptWorkingDays,
        int factCommentDays,
        int managementAnswerDays,
        int conflictMonths,
        int followOnMonths,
        RatingScale scale) {

    public EvaluationPolicy {
        evaluations = List.copyOf(evaluations);
    }

    /**
     * A planned evaluation.
     *
     * @param code code inside the programme ({@code mid_term})
     * @param title what it is called
     * @param month grant month in which it is due; {@code null} means at the end of the grant, whatever its length
     * @param methods methods, in words
     * @param panel who evaluates, where the programme names a panel; else {@code null}
     */
    public record PlannedEvaluation(
            String code, LocalizedText title, Integer month, List<LocalizedText> methods, LocalizedText panel) {

        public PlannedEvaluation {
            methods = List.copyOf(methods);
        }
    }

    /**
     * The scale on which criteria are rated. The overall rating is stated by the evaluator, never averaged.
     *
     * @param code name of the scale ({@code DAC})
     * @param levels what each level means; codes are the numbers of the levels
     * @param criteria what is rated
     */
    public record RatingScale(String code, List<CodeItem> levels, List<CodeItem> criteria) {

        public RatingScale {
            levels = List.copyOf(levels);
            criteria = List.copyOf(criteria);
        }
    }
}
