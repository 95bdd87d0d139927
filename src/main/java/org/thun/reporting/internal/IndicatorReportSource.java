package org.thun.reporting.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.indicators.AreaValue;
import org.thun.indicators.CentreFigures;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.indicators.NumberCodes;
import org.thun.indicators.NumberCodes.Figure;
import org.thun.indicators.Place;
import org.thun.indicators.RegionFigures;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.GrantPeriod;
import org.thun.programmes.Indicator.IndicatorKind;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.RegistryPolicy;
import org.thun.registry.CountFilter;
import org.thun.registry.RegistryCounts;
import org.thun.registry.RegistryCounts.CentreDuplicates;
import org.thun.registry.RegistryCounts.Movements;
import org.thun.reporting.Edition;
import org.thun.reporting.MonitoringPack;
import org.thun.reporting.MonitoringPack.AreaFigures;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.MonitoringReport.Area;
import org.thun.reporting.MonitoringReport.Breakdown;
import org.thun.reporting.MonitoringReport.Duplicates;
import org.thun.reporting.MonitoringReport.Indicator;
import org.thun.reporting.MonitoringReport.Movement;
import org.thun.reporting.MonitoringReport.Part;
import org.thun.reporting.MonitoringReport.Period;
import org.thun.reporting.MonitoringReport.Status;
import org.thun.reporting.MonitoringReport.StatusScale;
import org.thun.reporting.ReportSource;
import org.thun.shared.BusinessClock;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;

/** Collects the monitoring report from the programme definition and the measurements of its indicators. */
@Service
class IndicatorReportSource implements ReportSource {

    private final Grants grants;
    private final Programmes programmes;
    private final IndicatorQueries indicators;
    private final RegistryCounts counts;
    private final NumberCodes codes;
    private final RestatementMapper restatements;
    private final BusinessClock clock;
    private final ReportTexts thai = ReportTexts.of("monitoring", Locale.forLanguageTag("th"));
    private final ReportTexts english = ReportTexts.of("monitoring", Locale.ENGLISH);

    IndicatorReportSource(
            Grants grants, Programmes programmes, IndicatorQueries indicators, RegistryCounts counts, NumberCodes codes,
            RestatementMapper restatements, BusinessClock clock) {
        this.grants = grants;
        this.programmes = programmes;
        this.indicators = indicators;
        this.counts = counts;
        this.codes = codes;
        this.restatements = restatements;
        this.clock = clock;
    }

    /**
     * What was measured.
     *
     * @param period the period in which the day lies
     * @param now the indicators
     * @param changes what the period has changed so far, by indicator id; empty outside all periods
     * @param duplicates what duplicates were taken out of a count and may still be in it, by indicator id (BR-19)
     * @param byCentre the same by centre
     * @param regions what the regions have added
     * @param centres what the centres have added
     */
    private record Measured(
            Optional<GrantPeriod> period,
            List<Measurement> now,
            Map<String, Movements> changes,
            Map<String, Duplicates> duplicates,
            Map<String, Map<String, CentreDuplicates>> byCentre,
            List<RegionFigures> regions,
            List<CentreFigures> centres) {}

    @Override
    @Transactional
    public Optional<MonitoringPack> pack(String grantId, LocalDate asOf, String snapshotId) {
        Grant grant = grants.get(grantId);
        if (grant.effectiveFrom() == null || asOf.isBefore(grant.effectiveFrom())) {
            return Optional.empty();
        }
        ProgrammeDefinition definition = programmes.version(grant.programmeKey(), grant.programmeVersion());
        Measured measured = measure(grant, definition, asOf);
        Map<Figure, String> printed = codes.codesFor(grant, asOf, snapshotId, figures(measured));
        List<AreaFigures> regions = measured.regions().stream()
                .map(region -> new AreaFigures(
                        new Edition(Edition.Kind.REGION, region.region().code(), region.region().text()),
                        region.region().code(),
                        parts(region.values(), Place.region(region.region().code()), measured, printed,
                                centresOf(region.region().code(), definition))))
                .toList();
        List<AreaFigures> centres = measured.centres().stream()
                .map(centre -> new AreaFigures(
                        new Edition(Edition.Kind.CENTRE, centre.centre().code(), centre.centre().name()),
                        centre.centre().region(),
                        parts(centre.values(), Place.centre(centre.centre().code()), measured, printed,
                                Set.of(centre.centre().code()))))
                .toList();
        MonitoringReport national = new MonitoringReport(
                Edition.NATIONAL,
                Map.of(),
                definition.title(),
                grant.title(),
                grant.number(),
                grant.granteeName(),
                definition.funder() == null ? both("fact.funder.none") : definition.funder().name(),
                grant.effectiveFrom(),
                grant.endsOn(),
                asOf,
                clock.dateTime(),
                measured.period().map(p -> new Period(p.no(), p.days().from(), p.days().to())).orElse(null),
                String.valueOf(grant.programmeVersion()),
                grant.synthetic(),
                new StatusScale(definition.statusBands().greenFrom(), definition.statusBands().amberFrom()),
                measured.now().stream().map(measurement -> line(definition, measurement, measured, printed)).toList(),
                breakdowns(regions, centres, measured.now()),
                measured.now().stream().anyMatch(at -> at.indicator().source().register() != null)
                        ? verification(definition.registry())
                        : both("verification.entered"),
                baselineNote(measured.now()),
                restatements.ofGrant(grant.id()).stream().filter(row -> row.asOf().isBefore(asOf))
                        .map(RestatementBook::restatement).toList());
        return Optional.of(new MonitoringPack(
                national, regions, centres, both(measured.now().stream().allMatch(at -> at.indicator().countsRecords()) ? "area.centres" : "area.centres.values"),
                both("area.centres.column"),
                definition.registry().smallCount()));
    }

    private Measured measure(Grant grant, ProgrammeDefinition definition, LocalDate asOf) {
        Optional<GrantPeriod> period = periodOf(grant, definition, asOf);
        List<Measurement> now = indicators.measure(grant, asOf);
        Map<String, Movements> changes = new HashMap<>();
        Map<String, Duplicates> duplicates = new HashMap<>();
        Map<String, Map<String, CentreDuplicates>> byCentre = new HashMap<>();
        for (Measurement measurement : now) {
            if (measurement.counted() != null && measurement.indicator().countsRecords()) {
                String id = measurement.indicator().id();
                CountFilter filter = new CountFilter(
                        measurement.indicator().source().register(), measurement.indicator().source().role());
                period.ifPresent(p -> changes.put(id,
                        counts.movements(grant.id(), filter, new DateRange(p.days().from(), asOf))));
                RegistryCounts.DuplicateFigures found = counts.duplicates(grant.id(), filter, asOf);
                duplicates.put(id, new Duplicates(BigDecimal.valueOf(found.gross()), BigDecimal.valueOf(found.suspected()),
                        BigDecimal.valueOf(found.confirmed())));
                byCentre.put(id, counts.duplicatesByCentre(grant.id(), filter, asOf));
            }
        }
        return new Measured(period, now, changes, duplicates, byCentre, indicators.byRegion(grant, asOf),
                indicators.byCentre(grant, asOf));
    }

    private static Set<String> centresOf(String region, ProgrammeDefinition definition) {
        return definition.centres().stream()
                .filter(centre -> centre.region().equals(region))
                .map(CentreDefinition::code)
                .collect(Collectors.toSet());
    }

    /** Every figure that will be printed and so bears a code. */
    private static List<Figure> figures(Measured measured) {
        List<Figure> figures = new ArrayList<>();
        measured.now().stream().filter(measurement -> measurement.actual() != null).forEach(measurement ->
                figures.add(new Figure(measurement.indicator().id(), Place.WHOLE, measurement.actual())));
        measured.regions().forEach(region -> add(figures, Place.region(region.region().code()), region.values()));
        measured.centres().forEach(centre -> add(figures, Place.centre(centre.centre().code()), centre.values()));
        return figures;
    }

    private static void add(List<Figure> figures, Place place, Map<String, AreaValue> values) {
        values.forEach((id, value) -> {
            if (value.value() != null) {
                figures.add(new Figure(id, place, value.value()));
            }
        });
    }

    /** What an area has added, also where the period has taken everything away again. */
    private static Map<String, Part> parts(Map<String, AreaValue> values, Place place, Measured measured,
            Map<Figure, String> codes, Set<String> centres) {
        Map<String, Part> parts = new HashMap<>();
        for (Measurement measurement : measured.now()) {
            String id = measurement.indicator().id();
            AreaValue value = values.get(id);
            if (!measurement.indicator().countsRecords()) {
                if (value != null) {
                    parts.put(id, new Part(value.value(), null, null,
                            value.value() == null ? null : codes.get(new Figure(id, place, value.value())), false, false,
                            BigDecimal.valueOf(value.people(measurement.indicator()))));
                }
                continue;
            }
            BigDecimal counted = value == null ? BigDecimal.ZERO : value.amount();
            Movement movement = measured.changes().containsKey(id)
                    ? sum(counted.longValueExact(), measured.changes().get(id), centres)
                    : null;
            if (value != null || movement != null && movement.removed().signum() > 0) {
                parts.put(id, new Part(counted, movement, duplicates(measured.byCentre().getOrDefault(id, Map.of()), centres),
                        codes.get(new Figure(id, place, counted)), false, false));
            }
        }
        return parts;
    }

    /** Of several centres together; {@code null} if none of them has anything to tell. */
    private static Duplicates duplicates(Map<String, CentreDuplicates> byCentre, Set<String> centres) {
        List<CentreDuplicates> some = centres.stream().map(byCentre::get).filter(Objects::nonNull).toList();
        return some.isEmpty()
                ? null
                : new Duplicates(sum(some, CentreDuplicates::gross), sum(some, CentreDuplicates::suspected),
                        sum(some, CentreDuplicates::confirmed), sum(some, CentreDuplicates::shared));
    }

    private static BigDecimal sum(List<CentreDuplicates> some, ToLongFunction<CentreDuplicates> number) {
        return BigDecimal.valueOf(some.stream().mapToLong(number).sum());
    }

    private static Movement sum(long now, Movements changes, Set<String> centres) {
        long added = 0;
        long removed = 0;
        for (Map.Entry<String, RegistryCounts.Movement> centre : changes.byCentre().entrySet()) {
            if (centres.contains(centre.getKey())) {
                added += centre.getValue().added();
                removed += centre.getValue().removed();
            }
        }
        return movement(now, new RegistryCounts.Movement(added, removed));
    }

    private static Movement movement(long now, RegistryCounts.Movement change) {
        return new Movement(BigDecimal.valueOf(now - change.net()), BigDecimal.valueOf(change.added()),
                BigDecimal.valueOf(change.removed()), BigDecimal.valueOf(now));
    }

    private List<LocalizedText> baselineNote(List<Measurement> now) {
        String ids = now.stream()
                .filter(measurement -> measurement.indicator().growsFromBaseline())
                .filter(measurement -> measurement.baseline() != null && measurement.baseline().signum() != 0)
                .map(measurement -> measurement.indicator().id())
                .collect(Collectors.joining(", "));
        return ids.isEmpty() ? List.of() : List.of(both("note.baseline", ids));
    }

    private static Optional<GrantPeriod> periodOf(Grant grant, ProgrammeDefinition definition, LocalDate day) {
        return new GrantCalendar(definition, grant.effectiveFrom(), grant.durationMonths()).periods().stream()
                .filter(period -> period.days().contains(day))
                .findFirst();
    }

    private Indicator line(ProgrammeDefinition definition, Measurement measurement, Measured measured,
            Map<Figure, String> codes) {
        org.thun.programmes.Indicator indicator = measurement.indicator();
        Movements changes = measured.changes().get(indicator.id());
        return new Indicator(
                indicator.id(),
                indicator.title(),
                definition.label(ProgrammeDefinition.UNITS, indicator.unit()),
                measurement.baseline(),
                measurement.target(),
                measurement.phasedTarget(),
                measurement.actual(),
                changes == null ? null : movement(measurement.counted(), changes.national()),
                measured.duplicates().get(indicator.id()),
                measurement.actual() == null
                        ? null
                        : codes.get(new Figure(indicator.id(), Place.WHOLE, measurement.actual())),
                indicator.tellsOfPeople(),
                Status.valueOf(measurement.status().name()),
                indicator.evidence() == null && indicator.isEntered()
                        ? new LocalizedText(
                                thai.text("evidence.entered", indicator.source().other().in(thai.locale())),
                                english.text("evidence.entered", indicator.source().other().in(english.locale())))
                        : indicator.evidence(),
                note(indicator, measurement),
                indicator.lowerIsBetter(),
                !indicator.growsFromBaseline(),
                made(indicator, measurement));
    }

    /** What the reader must know to read a figure that is not simply counted up. */
    private LocalizedText note(org.thun.programmes.Indicator indicator, Measurement at) {
        if (indicator.kind() == IndicatorKind.MILESTONE_LADDER) {
            return both(at.missing() ? "note.ladder.none" : "note.ladder");
        }
        if (indicator.kind() == IndicatorKind.INDEX) {
            return both("note.index");
        }
        if (at.notComputable()) {
            return both("note.notComputable");
        }
        return indicator.lowerIsBetter() ? both("note.lower") : null;
    }

    /** "45 of 50": what a share is a share of; "step 3 of 5": where a ladder ends. */
    private LocalizedText made(org.thun.programmes.Indicator indicator, Measurement at) {
        if (indicator.kind().isRatio()) {
            return at.added() == null ? null : new LocalizedText(
                    thai.text("made.ratio", thai.number(at.added()), thai.number(at.of()),
                            indicator.denominator().in(thai.locale())),
                    english.text("made.ratio", english.number(at.added()), english.number(at.of()),
                            indicator.denominator().in(english.locale())));
        }
        if (indicator.kind() != IndicatorKind.MILESTONE_LADDER || at.missing()) {
            return null;
        }
        LocalizedText level = indicator.level(at.actual());
        String step = thai.number(at.actual());
        String steps = String.valueOf(indicator.steps());
        return level == null
                ? both("made.step", step, steps)
                : new LocalizedText(thai.text("made.level", step, steps, level.in(thai.locale())),
                        english.text("made.level", step, steps, level.in(english.locale())));
    }

    private List<Breakdown> breakdowns(List<AreaFigures> regions, List<AreaFigures> centres, List<Measurement> whole) {
        List<Breakdown> breakdowns = new ArrayList<>();
        add(breakdowns, "area.regions", regions, whole);
        add(breakdowns, "area.centres", centres, whole);
        return breakdowns;
    }

    /** A table of areas with the rows that lead from their sum to the whole; none if no area has added anything. */
    private void add(List<Breakdown> breakdowns, String title, List<AreaFigures> figures, List<Measurement> whole) {
        if (figures.stream().allMatch(figure -> figure.parts().isEmpty())) {
            return;
        }
        Map<String, BigDecimal> sums = new HashMap<>();
        Set<String> adds = whole.stream().map(Measurement::indicator).filter(indicator -> indicator.kind().addsUp())
                .map(org.thun.programmes.Indicator::id).collect(Collectors.toSet());
        figures.forEach(figure -> figure.parts().forEach((id, part) -> {
            if (adds.contains(id)) {
                sums.merge(id, part.counted(), BigDecimal::add);
            }
        }));
        Map<String, BigDecimal> shared = new HashMap<>();
        Map<String, BigDecimal> stated = new HashMap<>();
        Map<String, BigDecimal> baselines = new HashMap<>();
        Map<String, BigDecimal> totals = new HashMap<>();
        for (Measurement measurement : whole) {
            String id = measurement.indicator().id();
            boolean records = measurement.indicator().countsRecords();
            if (measurement.added() != null && sums.containsKey(id)) {
                BigDecimal rest = measurement.added().subtract(sums.get(id));
                (records ? shared : stated).put(id, rest);
            }
            if (measurement.baseline() != null && measurement.indicator().growsFromBaseline()) {
                baselines.put(id, measurement.baseline());
            }
            if (measurement.actual() != null) {
                totals.put(id, measurement.actual());
            }
        }
        List<Area> closing = new ArrayList<>(List.of(new Area(both("area.sum"), sums)));
        closing.add(new Area(both("area.shared"), shared));
        if (!stated.isEmpty()) {
            closing.add(new Area(both("area.stated"), stated));
        }
        closing.add(new Area(both("area.baseline"), baselines));
        closing.add(new Area(both("area.whole"), totals));
        boolean onlyRecords = whole.stream().allMatch(measurement -> measurement.indicator().countsRecords());
        breakdowns.add(new Breakdown(
                both(whole.stream().allMatch(at -> at.indicator().countsRecords()) ? title : title + ".values"),
                both(title + ".column"),
                whole.stream().map(measurement -> measurement.indicator().id()).toList(),
                figures.stream()
                        .map(figure -> Area.of(figure.edition().name(), figure.edition().key(), figure.parts()))
                        .toList(),
                closing,
                both(onlyRecords ? "area.note" : "area.note.kinds"),
                null));
    }

    private LocalizedText verification(RegistryPolicy policy) {
        return both("verification.text", thai.number(policy.samplePercent()), policy.sampleMin(), policy.sampleMax(),
                thai.number(policy.sampleErrorLimitPercent()), policy.staleMonths(), policy.staleMonthsOrganisation());
    }

    private LocalizedText both(String code, Object... args) {
        return new LocalizedText(thai.text(code, args), english.text(code, args));
    }
}
