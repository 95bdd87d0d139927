package org.thun.indicators;

import java.util.Map;
import org.thun.programmes.CentreDefinition;

/**
 * What one centre has added to the indicators. Baselines belong to the whole and are not split among centres.
 *
 * @param centre the centre
 * @param values by id of the indicator; an indicator to which the centre has added nothing is absent
 */
public record CentreFigures(CentreDefinition centre, Map<String, AreaValue> values) {

    public CentreFigures {
        values = Map.copyOf(values);
    }

    /** Records that count towards an indicator that counts records, or {@code null} if there are none. */
    public Long of(String indicatorId) {
        return values.containsKey(indicatorId) ? values.get(indicatorId).amount().longValueExact() : null;
    }
}
