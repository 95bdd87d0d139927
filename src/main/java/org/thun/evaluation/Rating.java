package org.thun.evaluation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The rating of one criterion.
 *
 * @param criterion code of the criterion in the programme's scale
 * @param level code of the level in that scale
 * @param reason why
 */
public record Rating(@NotNull String criterion, @NotNull String level, @NotNull @Size(max = 4000) String reason) {}
