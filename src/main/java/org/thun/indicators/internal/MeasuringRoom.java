package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.grants.AgreementChanges;
import org.thun.grants.Grant;
import org.thun.indicators.CentreFigures;
import org.thun.indicators.Disaggregation;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.indicators.Outlook;
import org.thun.indicators.PeriodChange;
import org.thun.indicators.Place;
import org.thun.indicators.RegionFigures;
import org.thun.indicators.TrendPoint;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.GrantPeriod;
import org.thun.programmes.Indicator;
import org.thun.programmes.PhasePoint;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.registry.CountFilter;
import org.thun.registry.RegistryCounts;
import org.thun.registry.RegistryCounts.Movement;
import org.thun.registry.RegistryCounts.Movements;
import org.thun.registry.RegistryCounts.Tally;
import org.thun.shared.BusinessClock;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;

@Service
class MeasuringRoom implements IndicatorQueries {

    private final Programmes programmes;
    private final RegistryCounts counts;
    private final SettingMapper settings;
    private final AgreementChanges agreements;
    private final Slicer slicer;
    private final BusinessClock clock;

    MeasuringRoom(Programmes programmes, RegistryCounts counts, SettingMapper settings, AgreementChanges agreements,
            Slicer slicer, BusinessClock clock) {
        this.programmes = programmes;
        this.counts = counts;
        this.settings = settings;
        this.agreements = agreements;
        this.slicer = slicer;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Measurement> measure(Grant grant, LocalDate asOf) {
        Gauge gauge = gauge(grant);
        return measure(grant, gauge.definition().indicators(), asOf, gauge);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Measurement> measure(Grant grant, String indicatorId, LocalDate asOf) {
        Gauge gauge = gauge(grant);
        return gauge.definition()
                .indicator(indicatorId)
                .map(indicator -> measure(grant, List.of(indicator), asOf, gauge).get(0));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CentreFigures> byCentre(Grant grant, LocalDate asOf) {
        ProgrammeDefinition definition = definition(grant);
        Map<String, Map<String, Long>> byCentre = new LinkedHashMap<>();
        definition.centres().forEach(centre -> byCentre.put(centre.code(), new LinkedHashMap<>()));
        Map<CountFilter, Tally> tallies = tallies(grant, definition.indicators(), asOf);
        for (Indicator indicator : definition.indicators()) {
            if (Gauge.unmeasured(indicator).isEmpty()) {
                // A centre the definition no longer has would be a fault of the record; it must not vanish from the sum.
                tallies.get(filter(indicator)).byCentre()
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
        return trend(grant, indicatorId, Place.WHOLE, asOf);
    }

    @Override
    @Transactional(readOnly = true)
    public List<TrendPoint> trend(Grant grant, String indicatorId, Place place, LocalDate asOf) {
        Gauge gauge = gauge(grant);
        Indicator indicator = indicator(gauge.definition(), indicatorId);
        List<LocalDate> days = monthEnds(grant, asOf);
        if (Gauge.unmeasured(indicator).isPresent()) {
            return points(days, day -> null, gauge, indicator, place);
        }
        SortedMap<LocalDate, Long> course = counts.course(grant.id(), filter(indicator), centres(grant, place), days);
        Set<LocalDate> known = known(grant, indicator, days, course);
        return points(days, day -> known.contains(day) ? course.get(day) : null, gauge, indicator, place);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PeriodChange> changes(Grant grant, String indicatorId, Place place, LocalDate asOf) {
        Gauge gauge = gauge(grant);
        Indicator indicator = indicator(gauge.definition(), indicatorId);
        if (Gauge.unmeasured(indicator).isPresent()) {
            return List.of();
        }
        Set<String> centres = centres(grant, place);
        List<PeriodChange> changes = new ArrayList<>();
        for (GrantPeriod period : gauge.calendar().periods()) {
            if (period.days().from().isAfter(asOf)) {
                break;
            }
            boolean running = period.days().to().isAfter(asOf);
            DateRange days = running ? new DateRange(period.days().from(), asOf) : period.days();
            Movements moved = counts.movements(grant.id(), filter(indicator), days);
            List<Movement> parts = centres == null
                    ? List.of(moved.national())
                    : moved.byCentre().entrySet().stream()
                            .filter(part -> centres.contains(part.getKey()))
                            .map(Map.Entry::getValue)
                            .toList();
            changes.add(new PeriodChange(period.no(), days, running,
                    parts.stream().mapToLong(Movement::added).sum(),
                    parts.stream().mapToLong(Movement::removed).sum()));
        }
        return changes;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Outlook> outlook(Grant grant, String indicatorId, LocalDate asOf) {
        return measure(grant, indicatorId, asOf)
                .filter(at -> !at.missing())
                .map(at -> outlook(grant, at, asOf));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Disaggregation> disaggregate(Grant grant, String indicatorId, String list, Place place,
            LocalDate asOf) {
        ProgrammeDefinition definition = definition(grant);
        return definition.indicator(indicatorId)
                .filter(indicator -> Gauge.unmeasured(indicator).isEmpty())
                .filter(indicator -> slicer.lists(definition, indicator).containsKey(list))
                .map(indicator -> slicer.slice(grant, definition, indicator, list, centres(grant, place), asOf));
    }

    @Override
    public Map<String, LocalizedText> breakdowns(Grant grant, String indicatorId) {
        ProgrammeDefinition definition = definition(grant);
        return definition.indicator(indicatorId)
                .filter(indicator -> Gauge.unmeasured(indicator).isEmpty())
                .map(indicator -> slicer.lists(definition, indicator))
                .orElse(Map.of());
    }

    @Override
    public Set<String> centresOf(Grant grant, Place place) {
        return definition(grant).centres().stream()
                .filter(within(place))
                .map(CentreDefinition::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Optional<CountFilter> counts(Grant grant, String indicatorId) {
        return definition(grant).indicator(indicatorId)
                .filter(indicator -> Gauge.unmeasured(indicator).isEmpty())
                .map(MeasuringRoom::filter);
    }

    static CountFilter filter(Indicator indicator) {
        return new CountFilter(indicator.source().register(), indicator.source().role());
    }

    private List<Measurement> measure(Grant grant, List<Indicator> indicators, LocalDate asOf, Gauge gauge) {
        Map<CountFilter, Tally> tallies = tallies(grant, indicators, asOf);
        return indicators.stream()
                .map(indicator -> Gauge.unmeasured(indicator)
                        .map(reason -> gauge.without(indicator, asOf, reason))
                        .orElseGet(() -> {
                            Tally tally = tallies.get(filter(indicator));
                            boolean anyData = !tally.byCentre().isEmpty()
                                    || gauge.baselineStands(indicator, asOf)
                                    || counts.anySubmitted(grant.id(), filter(indicator), asOf);
                            return gauge.measure(indicator, asOf, tally.national(), anyData);
                        }))
                .toList();
    }

    private Map<CountFilter, Tally> tallies(Grant grant, List<Indicator> indicators, LocalDate asOf) {
        return counts.tallies(grant.id(),
                indicators.stream()
                        .filter(indicator -> Gauge.unmeasured(indicator).isEmpty())
                        .map(MeasuringRoom::filter)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                asOf);
    }

    private Outlook outlook(Grant grant, Measurement at, LocalDate asOf) {
        long lived = ChronoUnit.DAYS.between(grant.effectiveFrom(), asOf) + 1;
        long recentDays = Math.max(1, Math.min(Outlook.RECENT_DAYS, lived));
        LocalDate before = asOf.minusDays(recentDays);
        CountFilter filter = filter(at.indicator());
        SortedMap<LocalDate, Long> course = counts.course(grant.id(), filter, null, List.of(before, asOf, grant.endsOn()));
        BigDecimal recent = BigDecimal.valueOf(course.get(asOf) - course.get(before));
        long daysLeft = Math.max(0, ChronoUnit.DAYS.between(asOf, grant.endsOn()));
        BigDecimal month = BigDecimal.valueOf(Outlook.MONTH_DAYS);
        BigDecimal toGo = at.target() == null ? null : at.target().subtract(at.actual());
        BigDecimal needed = toGo == null || daysLeft == 0
                ? null
                : toGo.max(BigDecimal.ZERO).multiply(month).divide(BigDecimal.valueOf(daysLeft), 0, RoundingMode.UP);
        BigDecimal pace = recent.multiply(month).divide(BigDecimal.valueOf(recentDays), 0, RoundingMode.HALF_UP);
        BigDecimal likely = at.actual()
                .add(recent.multiply(BigDecimal.valueOf(daysLeft))
                        .divide(BigDecimal.valueOf(recentDays), 0, RoundingMode.HALF_UP))
                .max(BigDecimal.ZERO);
        BigDecimal baseline = at.baseline() == null ? BigDecimal.ZERO : at.baseline();
        // Of an earlier day the summary knows what has happened since; only of today it knows what is bound to happen.
        BigDecimal remains = asOf.equals(clock.today()) && daysLeft > 0
                ? baseline.add(BigDecimal.valueOf(course.get(grant.endsOn())))
                : null;
        return new Outlook(grant.endsOn(), daysLeft, toGo, needed, recentDays, pace, likely, remains);
    }

    /** The days on which there was something to count, or nothing because it had ceased to. */
    private Set<LocalDate> known(Grant grant, Indicator indicator, List<LocalDate> days,
            SortedMap<LocalDate, Long> course) {
        Set<LocalDate> known = new LinkedHashSet<>();
        for (LocalDate day : days) {
            if (!known.isEmpty() || course.get(day) != 0 || counts.anySubmitted(grant.id(), filter(indicator), day)) {
                known.add(day);
            }
        }
        return known;
    }

    private interface Counted {
        Long on(LocalDate day);
    }

    private static List<TrendPoint> points(List<LocalDate> days, Counted counted, Gauge gauge, Indicator indicator,
            Place place) {
        List<TrendPoint> points = new ArrayList<>();
        for (LocalDate day : days) {
            Long added = counted.on(day);
            if (place.isWhole()) {
                boolean measured = Gauge.unmeasured(indicator).isEmpty();
                Measurement at = measured
                        ? gauge.measure(indicator, day, added == null ? 0 : added, added != null)
                        : gauge.without(indicator, day, null);
                points.add(new TrendPoint(points.size() + 1, day, at.phasedTarget(), at.actual()));
            } else {
                points.add(new TrendPoint(points.size() + 1, day, null, added == null ? null : BigDecimal.valueOf(added)));
            }
        }
        return points;
    }

    private static List<LocalDate> monthEnds(Grant grant, LocalDate asOf) {
        List<LocalDate> days = new ArrayList<>();
        int months = Math.min(grant.months().monthOf(asOf), grant.durationMonths());
        for (int month = 1; month <= months; month++) {
            LocalDate end = grant.months().month(month).to();
            days.add(end.isBefore(asOf) ? end : asOf);
        }
        return days;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PhasePoint> phases(Grant grant, String indicatorId, LocalDate asOf) {
        Gauge gauge = gauge(grant);
        return gauge.phases(indicator(gauge.definition(), indicatorId), asOf);
    }

    /** Codes of the centres, or {@code null} for the nation, which counts for itself (BR-20). */
    private Set<String> centres(Grant grant, Place place) {
        return place.isWhole() ? null : centresOf(grant, place);
    }

    private static Predicate<CentreDefinition> within(Place place) {
        return switch (place.kind()) {
            case WHOLE -> centre -> true;
            case REGION -> centre -> centre.region().equals(place.code());
            case PROVINCE -> centre -> centre.provinceCode().equals(place.code());
            case CENTRE -> centre -> centre.code().equals(place.code());
        };
    }

    private static Map<String, Long> sum(List<CentreFigures> figures) {
        return figures.stream()
                .flatMap(centre -> centre.counted().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }

    private static Indicator indicator(ProgrammeDefinition definition, String indicatorId) {
        return definition.indicator(indicatorId)
                .orElseThrow(() -> new IllegalArgumentException("no indicator " + indicatorId));
    }

    private Gauge gauge(Grant grant) {
        ProgrammeDefinition definition = definition(grant);
        return new Gauge(definition, new GrantCalendar(definition, grant.months().start(), grant.durationMonths()),
                new SettingHistory(settings.inForce(grant.id())), agreements.respreads(grant.id()));
    }

    private ProgrammeDefinition definition(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }
}
