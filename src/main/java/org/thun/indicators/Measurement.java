package org.thun.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.thun.programmes.Indicator;
import org.thun.shared.Problem;

/**
 * What an indicator has reached on a day. Percentages are cut, not rounded, to two decimals, so that 89.996 never reads as
 * the 90 it has not reached.
 *
 * @param indicator the indicator as the programme defines it
 * @param asOf the day
 * @param baseline value before the grant, or {@code null} if none is stated
 * @param target value to reach, baseline included, or {@code null} if none is stated
 * @param phasedTarget what should have been reached on that day, or {@code null} without a target
 * @param counted verified records that count on that day (BR-17), or {@code null} if missing
 * @param actual baseline and counted records together, or {@code null} if missing: no record was ever submitted and there
 *     is no baseline to stand for it, or the indicator cannot be measured yet
 * @param percentOfTarget actual in percent of the target, over 100 shown as it is; {@code null} if not applicable
 * @param percentOfPhased actual in percent of the phased target; {@code null} if not applicable
 * @param percentOfIncrement counted records in percent of the way from baseline to target; {@code null} if not applicable
 * @param status how it stands against the phased target (BR-24)
 * @param unmeasured why the indicator cannot be measured by this product yet, or {@code null} if it can
 */
public record Measurement(
        Indicator indicator,
        LocalDate asOf,
        BigDecimal baseline,
        BigDecimal target,
        BigDecimal phasedTarget,
        Long counted,
        BigDecimal actual,
        BigDecimal percentOfTarget,
        BigDecimal percentOfPhased,
        BigDecimal percentOfIncrement,
        IndicatorStatus status,
        Problem unmeasured) {

    /** Whether there is a value at all. */
    public boolean missing() {
        return actual == null;
    }
}
