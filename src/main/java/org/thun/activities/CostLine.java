package org.thun.activities;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.thun.shared.Money;

/**
 * What an activity cost under one head.
 *
 * @param costHead cost head of the programme definition
 * @param amount amount, positive
 */
public record CostLine(@NotNull @Size(max = 40) String costHead, @NotNull Money amount) {}
