package org.thun.indicators;

import java.util.Map;
import org.thun.programmes.CentreDefinition;

/**
 * What one centre has added to the indicators. Baselines belong to the whole and are not split among centres.
 *
 * @param centre the centre
 * @param counted records that count, by id of the indicator; an indicator to which the centre has added nothing is absent
 */
public record CentreFigures(CentreDefinition centre, Map<String, Long> counted) {

    public CentreFigures {
        counted = Map.copyOf(counted);
    }

    /** Records that count towards an indicator, or {@code null} if there are none. */
    public Long of(String indicatorId) {
        return counted.get(indicatorId);
    }
}
