package org.thun.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.shared.LocalizedText;

/**
 * A planned evaluation of a grant.
 *
 * @param id id of the evaluation, also the business key of its process
 * @param grantId the grant
 * @param code code of the evaluation in the programme definition
 * @param title what it is called
 * @param grantMonth month of the grant in which it begins
 * @param opensOn first day of that month
 * @param dueOn last day of that month: somebody should be at work by then
 * @param state where it stands
 * @param finalOn day on which the assessment became final, or {@code null}
 * @param assignments everybody who was asked, in order
 */
public record Evaluation(
        String id,
        String grantId,
        String code,
        LocalizedText title,
        int grantMonth,
        LocalDate opensOn,
        LocalDate dueOn,
        EvaluationState state,
        LocalDate finalOn,
        List<Assignment> assignments) {

    public Evaluation {
        assignments = List.copyOf(assignments);
    }

    /** The assignment that counts: the newest, unless it was declined, recused or replaced. */
    public Optional<Assignment> assignment() {
        return assignments.isEmpty()
                ? Optional.empty()
                : Optional.of(assignments.get(assignments.size() - 1))
                        .filter(last -> switch (last.state()) {
                            case PROPOSED, ACCEPTED, DELIVERED, APPROVED -> true;
                            case DECLINED, RECUSED, REPLACED -> false;
                        });
    }

    public boolean isAssignedTo(String accountId) {
        return assignment().filter(current -> current.evaluatorId().equals(accountId)).isPresent();
    }
}
