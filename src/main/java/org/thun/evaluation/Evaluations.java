package org.thun.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;

/** Evaluations as people see them. Work not yet final is shown to those at work on it only (BR-50). */
public interface Evaluations {

    /** The evaluations of a grant this person may read, by month; empty without the right to read them. */
    List<Evaluation> ofGrant(Grant grant, Actor actor);

    /**
     * The assessment of an evaluation as far as this person may see it: the final one for every reader, before that only
     * for the evaluator, the evaluation manager and those who take part in the check of facts.
     */
    Optional<Assessment> assessment(Grant grant, String evaluationId, Actor actor);

    /** The recommendations of final assessments of a grant, by evaluation and number. */
    List<Recommendation> recommendations(Grant grant, Actor actor);

    /**
     * Writes down that an answered recommendation was seen done.
     *
     * @param note what was seen
     */
    Outcome<Void> verify(Grant grant, String recommendationId, String note, Actor actor);

    /** One page of the work on evaluations this person has or manages, by due day. */
    DeskPage desk(DeskFilter filter, Actor actor);

    /**
     * What to show on the desk.
     *
     * @param state only evaluations in that state, or {@code null}
     * @param page page number, from 1
     * @param size rows on a page
     */
    record DeskFilter(EvaluationState state, int page, int size) {}

    /**
     * A page of the desk.
     *
     * @param rows the rows
     * @param total rows on all pages
     */
    record DeskPage(List<DeskRow> rows, long total) {}

    /**
     * A row of the desk.
     *
     * @param evaluationId the evaluation
     * @param grantId the grant
     * @param grantNumber number of the agreement
     * @param granteeName the grantee
     * @param title what it is called
     * @param state where it stands
     * @param opensOn first day of its month
     * @param dueOn last day of its month
     * @param evaluatorName who evaluates, or {@code null}
     * @param assignmentState where the assignment stands, or {@code null}
     * @param assessmentState where the assessment stands, or {@code null}
     */
    record DeskRow(
            String evaluationId,
            String grantId,
            String grantNumber,
            LocalizedText granteeName,
            LocalizedText title,
            EvaluationState state,
            LocalDate opensOn,
            LocalDate dueOn,
            LocalizedText evaluatorName,
            AssignmentState assignmentState,
            AssessmentState assessmentState) {}
}
