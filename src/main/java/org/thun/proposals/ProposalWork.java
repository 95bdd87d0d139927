package org.thun.proposals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thun.identity.Actor;
import org.thun.shared.Money;
import org.thun.shared.Outcome;

/**
 * The way of a proposal from draft to decision. Each step is open only in its state; a step that comes too late fails as
 * "someone was faster".
 */
public interface ProposalWork {

    /** Keeps an unfinished draft, so that another person of the applicant can go on with it. */
    Outcome<Void> keep(String proposalId, ProposalContent content, Actor actor);

    /** Hands the draft in. Refused with everything that is missing or does not fit the programme (BR-01). For the lead. */
    Outcome<Void> submit(String proposalId, ProposalContent content, Actor actor);

    /** Takes the proposal back while the applicant has it. For the lead. */
    Outcome<Void> withdraw(String proposalId, Actor actor);

    /** What was handed in has arrived: the officer's clock begins. */
    void receive(String proposalId);

    /** Lets it go to those reviewers; refused if they are too few (BR-30) or in conflict (SD4). */
    Outcome<Void> passScreening(String proposalId, Set<String> reviewerIds, Actor actor);

    /** Returns it as incomplete, with at least one comment to answer. */
    Outcome<Void> returnFromScreening(String proposalId, List<String> comments, Actor actor);

    /** Refuses it at screening, for a reason. */
    Outcome<Void> rejectAtScreening(String proposalId, String reason, Actor actor);

    /** People who may review that proposal: reviewers of the programme without conflict (SD4) who do not have it yet. */
    List<Actor> eligibleReviewers(String proposalId);

    /**
     * Puts the version before its reviewers: those named, or after a revision those who reviewed before.
     *
     * @return ids of the reviews that are to be written, in order
     */
    List<String> openReviews(String proposalId);

    /** Names further reviewers for the present version. */
    Outcome<Void> addReviewers(String proposalId, Set<String> reviewerIds, Actor actor);

    /** Files a review. Refused to anybody but its reviewer, and to a reviewer who is in conflict by now (SD4). */
    Outcome<Void> review(String reviewId, int score, Recommendation recommendation, String comment, Actor actor);

    /** The limit has passed without the review. */
    void missReview(String reviewId);

    /** What the decision tables need to know of the reviews of the present version. */
    Standing standing(String proposalId);

    /** Writes down what the decision tables said. */
    void recommend(String proposalId, ReviewOutcome outcome, String authority);

    /**
     * Decides. Refused where the reviews do not allow it (BR-30), after too many revisions (BR-31), and to anybody who has
     * written, screened or reviewed the proposal (SD1).
     */
    Outcome<Void> decide(String proposalId, Ruling ruling, Actor actor);

    /** Hands a new version in, with an answer to every open comment. For the lead. */
    Outcome<Void> resubmit(String proposalId, ProposalContent content, Map<Integer, String> answers, Actor actor);

    /** The applicant did not answer in time. */
    void expire(String proposalId);

    /** Who has written the proposal: they have no part in judging it (SD1). */
    Set<String> authors(String proposalId);

    /** Who has written, screened or reviewed it: they do not decide on it (SD1). */
    Set<String> hands(String proposalId);

    /** Decisions that are open on the present version after its reviews (BR-30, BR-31). */
    Set<Verdict> openVerdicts(String proposalId);

    /** Opens the grant of an approved proposal. */
    void openGrant(String proposalId);

    /**
     * A decision to take.
     *
     * @param verdict what
     * @param conditions conditions of an approval with conditions
     * @param comment the words given for it; needed for a revision and a rejection
     * @param sitting how the board sat, or {@code null}; needed where the authority decides with a quorum (BR-33)
     */
    record Ruling(Verdict verdict, List<String> conditions, String comment, BoardSitting sitting) {

        /** The decision of one person. */
        public Ruling(Verdict verdict, List<String> conditions, String comment) {
            this(verdict, conditions, comment, null);
        }
    }

    /**
     * Inputs of the decision tables. Scores and thresholds are in hundredths of a point, so that a mean of three scores is
     * compared exactly.
     *
     * @param reviewCount reviews that came
     * @param meanScore mean of the scores, cut down to the hundredth
     * @param scoreDifference between the highest and the lowest score
     * @param minReviewers reviews needed
     * @param thirdAsked whether a further review has been asked for already
     * @param revisionLoops revisions so far
     * @param maxRevisionLoops revisions allowed
     * @param passFrom threshold
     * @param reviseFrom threshold
     * @param thirdReviewFrom threshold of the difference
     * @param amount amount asked for
     * @param officerLimit greatest amount for officer and director
     * @param planBoardLimit greatest amount for the plan board
     */
    record Standing(
            int reviewCount,
            int meanScore,
            int scoreDifference,
            int minReviewers,
            boolean thirdAsked,
            int revisionLoops,
            int maxRevisionLoops,
            int passFrom,
            int reviseFrom,
            int thirdReviewFrom,
            Money amount,
            Money officerLimit,
            Money planBoardLimit) {}
}
