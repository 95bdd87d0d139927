package org.thun.indicators;

import java.util.Map;
import org.thun.programmes.CodeItem;

/**
 * What the centres of one region have added to the indicators. What neither adds up nor has a mean, the steps of a ladder, a
 * region does not have.
 *
 * @param region the region
 * @param values by id of the indicator; absent where there are none
 */
public record RegionFigures(CodeItem region, Map<String, AreaValue> values) {

    public RegionFigures {
        values = Map.copyOf(values);
    }

    /** Records that count towards an indicator that counts records, or {@code null} if there are none. */
    public Long of(String indicatorId) {
        return values.containsKey(indicatorId) ? values.get(indicatorId).amount().longValueExact() : null;
    }
}
