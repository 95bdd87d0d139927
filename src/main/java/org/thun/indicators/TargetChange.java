package org.thun.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A change of an indicator's baseline or target by an amendment (BR-25).
 *
 * @param id id of the change
 * @param indicatorId the indicator
 * @param baseline baseline that holds from then on, or {@code null} if undecided
 * @param target target that holds from then on, or {@code null} if undecided
 * @param holdsFrom first day on which they hold; figures as of earlier days keep what held then
 * @param amendment number or name of the amendment to the agreement
 * @param reason why
 * @param state where the change stands
 * @param proposedByName who asked for it
 * @param proposedOn when
 * @param decidedByName who decided, or {@code null}
 * @param decidedOn when, or {@code null}
 */
public record TargetChange(
        String id,
        String indicatorId,
        BigDecimal baseline,
        BigDecimal target,
        LocalDate holdsFrom,
        String amendment,
        String reason,
        State state,
        String proposedByName,
        LocalDate proposedOn,
        String decidedByName,
        LocalDate decidedOn) {

    /** Where a change stands. */
    public enum State {
        PROPOSED,
        IN_FORCE,
        REFUSED
    }
}
