package org.thun.indicators;

import java.util.Map;
import org.thun.programmes.CodeItem;

/**
 * What the centres of one region have added to the indicators.
 *
 * @param region the region
 * @param counted records that count, by id of the indicator; absent where there are none
 */
public record RegionFigures(CodeItem region, Map<String, Long> counted) {

    public RegionFigures {
        counted = Map.copyOf(counted);
    }

    /** Records that count towards an indicator, or {@code null} if there are none. */
    public Long of(String indicatorId) {
        return counted.get(indicatorId);
    }
}
