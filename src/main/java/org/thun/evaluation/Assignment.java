package org.thun.evaluation;

import java.time.LocalDate;
import org.thun.shared.LocalizedText;

/**
 * One evaluator's assignment.
 *
 * @param id id of the assignment
 * @param no number within the evaluation, from 1: each replacement is a new assignment
 * @param evaluatorId account of the evaluator
 * @param evaluatorName name of the evaluator
 * @param state where it stands
 * @param assignedOn day of asking
 * @param answerDueOn last day to declare and accept (BR-26)
 * @param declaration what the evaluator declared or gave as reason, or {@code null}
 * @param endedOn day of declining, recusal, replacement or approval, or {@code null}
 */
public record Assignment(
        String id,
        int no,
        String evaluatorId,
        LocalizedText evaluatorName,
        AssignmentState state,
        LocalDate assignedOn,
        LocalDate answerDueOn,
        String declaration,
        LocalDate endedOn) {}
