package org.thun.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;

/**
 * The commands of an evaluation, in the order of its process. Each takes the person who acts and refuses what does not fit
 * where the evaluation stands.
 */
public interface EvaluationDesk {

    /** @throws IllegalArgumentException if there is none */
    Evaluation get(String evaluationId);

    /** The assessment, if one has been filed. */
    Optional<Assessment> assessment(String evaluationId);

    /** The recommendations of the evaluation, also before they are final. */
    List<Recommendation> recommendations(String evaluationId);

    /** Everybody who holds the post of an evaluator for this grant, with what speaks against asking them. */
    List<Candidate> candidates(String evaluationId);

    /**
     * Asks a person to evaluate.
     *
     * @return the last day to declare and accept (BR-26)
     */
    Outcome<LocalDate> assign(String evaluationId, String evaluatorId, Actor actor);

    /** Takes the evaluator's declaration and answer; the state the assignment then has. */
    Outcome<AssignmentState> declare(String evaluationId, Declaration declaration, Actor actor);

    /** Nobody answered in time: somebody else is to be asked (BR-26). */
    void replace(String evaluationId);

    /**
     * Files the assessment and opens it to the grantee's comments on fact.
     *
     * @return the last day for comments (BR-28)
     */
    Outcome<LocalDate> file(String evaluationId, AssessmentText text, Actor actor);

    /** Takes the grantee's comments on fact; none is an answer too. */
    Outcome<Void> comment(String evaluationId, List<String> comments, Actor actor);

    /** The days for comments are over. */
    void closeComments(String evaluationId);

    /**
     * Submits the final text.
     *
     * @param answers the answer to each comment by its number (BR-28)
     */
    Outcome<Void> finalise(String evaluationId, AssessmentText text, Map<Integer, String> answers, Actor actor);

    /**
     * Makes the assessment final.
     *
     * @return whether there are recommendations to be answered
     */
    Outcome<Boolean> approve(String evaluationId, Actor actor);

    /** Sends the final text back to the evaluator. */
    Outcome<Void> returnToEvaluator(String evaluationId, String reason, Actor actor);

    /** Takes the management answer to every recommendation (BR-29). */
    Outcome<Void> answer(String evaluationId, List<RecommendationAnswer> answers, Actor actor);

    /**
     * What an evaluator declares.
     *
     * @param conflict whether there is a conflict of interest
     * @param accepted whether the evaluator takes the work
     * @param words the conflict, or the reason for declining; may be {@code null} if neither
     */
    record Declaration(boolean conflict, boolean accepted, String words) {}

    /**
     * The answer to one recommendation.
     *
     * @param no number of the recommendation
     * @param answer accepted, in part, or not
     * @param reason why; needed unless accepted
     * @param dueOn day by which it will be done; needed unless rejected
     */
    record RecommendationAnswer(int no, ManagementAnswer answer, String reason, LocalDate dueOn) {}
}
