package org.thun.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.thun.programmes.Indicator;

/**
 * What an indicator has reached on a day. Percentages are cut, not rounded, to two decimals, so that 89.996 never reads as
 * the 90 it has not reached.
 *
 * @param indicator the indicator as the programme defines it
 * @param asOf the day
 * @param baseline value before the grant, or {@code null} if none is stated
 * @param target value to reach, baseline included, or {@code null} if none is stated
 * @param phasedTarget what should have been reached on that day, or {@code null} without a target
 * @param counted verified records that count on that day (BR-17), above the line of a share of records; {@code null} if
 *     missing or where no records are counted
 * @param added what has been counted or added up on top of the baseline; above the line of a share; {@code null} if missing
 * @param of what stands below the line of a share or an average; {@code null} if missing or where there is no line
 * @param actual the value: baseline and what was added, a share, a step or a score; {@code null} if missing: nothing was ever
 *     submitted and there is no baseline to stand for it; and if there is nothing below the line to divide by
 * @param percentOfTarget actual in percent of the target, where less is better the target in percent of the actual; over
 *     100 shown as it is; {@code null} if not applicable
 * @param percentOfPhased the same of the phased target; {@code null} if not applicable
 * @param percentOfIncrement how much of the way from baseline to target is done, in percent; {@code null} if not applicable
 * @param status how it stands against the phased target (BR-24)
 */
public record Measurement(
        Indicator indicator,
        LocalDate asOf,
        BigDecimal baseline,
        BigDecimal target,
        BigDecimal phasedTarget,
        Long counted,
        BigDecimal added,
        BigDecimal of,
        BigDecimal actual,
        BigDecimal percentOfTarget,
        BigDecimal percentOfPhased,
        BigDecimal percentOfIncrement,
        IndicatorStatus status) {

    /** Whether there is no value. */
    public boolean missing() {
        return actual == null;
    }

    /** Whether something was reported but there is nothing below the line to divide by: neither a value nor missing. */
    public boolean notComputable() {
        return of != null && of.signum() == 0;
    }
}
