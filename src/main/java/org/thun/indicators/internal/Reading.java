package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.util.Map;
import org.thun.indicators.AreaValue;

/**
 * What the source of an indicator says on a day, before it is set against baseline and target.
 *
 * @param whole of the whole grant, or {@code null} if nothing is known of it
 * @param centres by code of the centre; centres that have said nothing are absent
 * @param baseline baseline of the whole that follows from those of its areas, or {@code null}
 */
record Reading(AreaValue whole, Map<String, AreaValue> centres, BigDecimal baseline) {

    /** Nobody has said anything. */
    static final Reading NOTHING = new Reading(null, Map.of(), null);

    Reading {
        centres = Map.copyOf(centres);
    }

    Reading(AreaValue whole, Map<String, AreaValue> centres) {
        this(whole, centres, null);
    }
}
