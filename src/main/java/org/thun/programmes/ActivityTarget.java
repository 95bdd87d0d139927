package org.thun.programmes;

import java.math.BigDecimal;

/**
 * What an activity is to deliver.
 *
 * @param value how many
 * @param unit code in the list {@link ProgrammeDefinition#UNITS}
 * @param indicator id of the indicator it counts towards, or {@code null}
 */
public record ActivityTarget(BigDecimal value, String unit, String indicator) {}
