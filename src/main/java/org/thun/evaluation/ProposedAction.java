package org.thun.evaluation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * What the evaluator recommends.
 *
 * @param text the recommendation
 * @param importance how much hangs on it
 * @param dueOn day by which it should be done
 */
public record ProposedAction(
        @NotNull @Size(max = 4000) String text, @NotNull Importance importance, @NotNull LocalDate dueOn) {}
