package org.thun.indicators.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.grants.Grant;
import org.thun.indicators.CentreFigures;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.indicators.RegionFigures;
import org.thun.indicators.TrendPoint;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.Indicator;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.registry.CountFilter;
import org.thun.registry.RegistryCounts;

@Service
class MeasuringRoom implements IndicatorQueries {

    private final Programmes programmes;
    private final RegistryCounts counts;

    MeasuringRoom(Programmes programmes, RegistryCounts counts) {
        this.programmes = programmes;
        this.counts = counts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Measurement> measure(Grant grant, LocalDate asOf) {
        Gauge gauge = gauge(grant);
        return gauge.definition().indicators().stream()
                .map(indicator -> measure(grant, indicator, asOf, gauge))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Measurement> measure(Grant grant, String indicatorId, LocalDate asOf) {
        Gauge gauge = gauge(grant);
        return gauge.definition().indicator(indicatorId).map(indicator -> measure(grant, indicator, asOf, gauge));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CentreFigures> byCentre(Grant grant, LocalDate asOf) {
        ProgrammeDefinition definition = definition(grant);
        Map<String, Map<String, Long>> byCentre = new LinkedHashMap<>();
        definition.centres().forEach(centre -> byCentre.put(centre.code(), new LinkedHashMap<>()));
        for (Indicator indicator : definition.indicators()) {
            if (Gauge.unmeasured(indicator).isEmpty()) {
                // A centre the definition no longer has would be a fault of the record; it must not vanish from the sum.
                counts.countedByCentre(grant.id(), filter(indicator), asOf)
                        .forEach((centre, counted) -> byCentre.get(centre).put(indicator.id(), counted));
            }
        }
        return definition.centres().stream()
                .map(centre -> new CentreFigures(centre, byCentre.get(centre.code())))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<RegionFigures> byRegion(Grant grant, LocalDate asOf) {
        Map<String, List<CentreFigures>> byRegion = byCentre(grant, asOf).stream()
                .collect(Collectors.groupingBy(figures -> figures.centre().region()));
        return definition(grant).regions().stream()
                .map(region -> new RegionFigures(region, sum(byRegion.getOrDefault(region.code(), List.of()))))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<TrendPoint> trend(Grant grant, String indicatorId, LocalDate asOf) {
        Gauge gauge = gauge(grant);
        Indicator indicator = gauge.definition()
                .indicator(indicatorId)
                .orElseThrow(() -> new IllegalArgumentException("no indicator " + indicatorId));
        List<TrendPoint> points = new ArrayList<>();
        int months = Math.min(grant.months().monthOf(asOf), grant.durationMonths());
        for (int month = 1; month <= months; month++) {
            LocalDate end = grant.months().month(month).to();
            LocalDate day = end.isBefore(asOf) ? end : asOf;
            Measurement at = measure(grant, indicator, day, gauge);
            points.add(new TrendPoint(month, day, at.phasedTarget(), at.actual()));
        }
        return points;
    }

    private Measurement measure(Grant grant, Indicator indicator, LocalDate asOf, Gauge gauge) {
        return Gauge.unmeasured(indicator)
                .map(reason -> gauge.without(indicator, asOf, reason))
                .orElseGet(() -> gauge.measure(indicator, asOf, counts.counted(grant.id(), filter(indicator), asOf),
                        counts.anySubmitted(grant.id(), filter(indicator), asOf)));
    }

    private static CountFilter filter(Indicator indicator) {
        return new CountFilter(indicator.source().register(), indicator.source().role());
    }

    private static Map<String, Long> sum(List<CentreFigures> figures) {
        return figures.stream()
                .flatMap(centre -> centre.counted().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }

    private Gauge gauge(Grant grant) {
        ProgrammeDefinition definition = definition(grant);
        return new Gauge(definition, new GrantCalendar(definition, grant.months().start(), grant.durationMonths()));
    }

    private ProgrammeDefinition definition(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }
}
