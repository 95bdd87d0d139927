package org.thun.programmes.web;

import java.math.BigDecimal;
import java.util.List;
import org.thun.programmes.Indicator;
import org.thun.programmes.PhasePoint;
import org.thun.programmes.ProgrammeDefinition;

/**
 * What the indicators should reach by the end of the phases of the programme.
 *
 * @param phases the columns
 * @param rows indicators whose baseline and target are fixed and that follow the programme's phases
 */
record IndicatorTable(List<PhasePoint> phases, List<Row> rows) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    record Row(Indicator indicator, List<BigDecimal> values) {}

    static IndicatorTable of(ProgrammeDefinition definition) {
        List<PhasePoint> phases = definition.phasedTargets();
        List<Row> rows = phases.isEmpty() ? List.of() : definition.indicators().stream()
                .filter(indicator -> indicator.baseline() != null && indicator.target() != null)
                .filter(indicator -> indicator.phases().isEmpty())
                .map(indicator -> new Row(indicator,
                        phases.stream().map(phase -> valueAt(indicator, phase.percent())).toList()))
                .toList();
        return new IndicatorTable(phases, rows);
    }

    private static BigDecimal valueAt(Indicator indicator, BigDecimal percent) {
        BigDecimal way = indicator.target().subtract(indicator.baseline()).multiply(percent);
        return indicator.baseline().add(way.divide(HUNDRED));
    }
}
