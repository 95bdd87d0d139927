package org.thun.reporting.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.indicators.CentreFigures;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.indicators.RegionFigures;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.GrantPeriod;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.RegistryPolicy;
import org.thun.reporting.Edition;
import org.thun.reporting.MonitoringPack;
import org.thun.reporting.MonitoringPack.AreaFigures;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.MonitoringReport.Area;
import org.thun.reporting.MonitoringReport.Breakdown;
import org.thun.reporting.MonitoringReport.Indicator;
import org.thun.reporting.MonitoringReport.Movement;
import org.thun.reporting.MonitoringReport.Part;
import org.thun.reporting.MonitoringReport.Period;
import org.thun.reporting.MonitoringReport.Status;
import org.thun.reporting.MonitoringReport.StatusScale;
import org.thun.reporting.ReportSource;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.shared.Problem;
import org.thun.web.Formats;

/** Collects the monitoring report from the programme definition and the measurements of its indicators. */
@Service
class IndicatorReportSource implements ReportSource {

    /** Registers whose records are people or name them. */
    private static final Set<Register> PEOPLE = Set.of(Register.PERSON, Register.COURSE_COMPLETION);

    private final Grants grants;
    private final Programmes programmes;
    private final IndicatorQueries indicators;
    private final BusinessClock clock;
    private final Formats formats;
    private final int smallCount;
    private final ReportTexts thai = ReportTexts.of("monitoring", Locale.forLanguageTag("th"));
    private final ReportTexts english = ReportTexts.of("monitoring", Locale.ENGLISH);

    IndicatorReportSource(
            Grants grants, Programmes programmes, IndicatorQueries indicators, BusinessClock clock,
            Formats formats, @Value("${thun.reporting.small-count:5}") int smallCount) {
        this.grants = grants;
        this.programmes = programmes;
        this.indicators = indicators;
        this.clock = clock;
        this.formats = formats;
        this.smallCount = smallCount;
    }

    /** What was measured: today, and when the period began; the latter without anything before the first period. */
    private record Measured(
            Optional<GrantPeriod> period,
            List<Measurement> now,
            Map<String, Long> before,
            List<RegionFigures> regions,
            Map<String, Map<String, Long>> regionsBefore,
            List<CentreFigures> centres,
            Map<String, Map<String, Long>> centresBefore) {}

    @Override
    @Transactional(readOnly = true)
    public Optional<MonitoringPack> pack(String grantId, LocalDate asOf) {
        Grant grant = grants.get(grantId);
        if (grant.effectiveFrom() == null || asOf.isBefore(grant.effectiveFrom())) {
            return Optional.empty();
        }
        ProgrammeDefinition definition = programmes.version(grant.programmeKey(), grant.programmeVersion());
        Measured measured = measure(grant, definition, asOf);
        List<AreaFigures> regions = measured.regions().stream()
                .map(region -> new AreaFigures(
                        new Edition(Edition.Kind.REGION, region.region().code(), region.region().text()),
                        region.region().code(),
                        parts(region.counted(), measured.regionsBefore().get(region.region().code()), measured)))
                .toList();
        List<AreaFigures> centres = measured.centres().stream()
                .map(centre -> new AreaFigures(
                        new Edition(Edition.Kind.CENTRE, centre.centre().code(), centre.centre().name()),
                        centre.centre().region(),
                        parts(centre.counted(), measured.centresBefore().get(centre.centre().code()), measured)))
                .toList();
        MonitoringReport national = new MonitoringReport(
                Edition.NATIONAL,
                Map.of(),
                definition.title(),
                grant.title(),
                grant.number(),
                grant.granteeName(),
                definition.funder().name(),
                grant.effectiveFrom(),
                grant.endsOn(),
                asOf,
                clock.dateTime(),
                measured.period().map(p -> new Period(p.no(), p.days().from(), p.days().to())).orElse(null),
                String.valueOf(grant.programmeVersion()),
                grant.synthetic(),
                new StatusScale(definition.statusBands().greenFrom(), definition.statusBands().amberFrom()),
                measured.now().stream().map(measurement -> line(definition, measurement, measured)).toList(),
                breakdowns(regions, centres, measured.now()),
                verification(definition.registry()),
                baselineNote(measured.now()));
        return Optional.of(new MonitoringPack(
                national, regions, centres, both("area.centres"), both("area.centres.column"), smallCount));
    }

    private Measured measure(Grant grant, ProgrammeDefinition definition, LocalDate asOf) {
        Optional<GrantPeriod> period = periodOf(grant, definition, asOf);
        LocalDate eve = period.map(p -> p.days().from())
                .filter(first -> first.isAfter(grant.effectiveFrom()))
                .map(first -> first.minusDays(1))
                .orElse(null);
        return new Measured(period, indicators.measure(grant, asOf),
                eve == null ? Map.of() : indicators.measure(grant, eve).stream()
                        .filter(measurement -> measurement.counted() != null)
                        .collect(Collectors.toMap(m -> m.indicator().id(), Measurement::counted)),
                indicators.byRegion(grant, asOf),
                eve == null ? Map.of() : indicators.byRegion(grant, eve).stream()
                        .collect(Collectors.toMap(region -> region.region().code(), RegionFigures::counted)),
                indicators.byCentre(grant, asOf),
                eve == null ? Map.of() : indicators.byCentre(grant, eve).stream()
                        .collect(Collectors.toMap(centre -> centre.centre().code(), CentreFigures::counted)));
    }

    private static Map<String, Part> parts(Map<String, Long> counted, Map<String, Long> before, Measured measured) {
        Set<String> ids = new HashSet<>(counted.keySet());
        if (before != null) {
            ids.addAll(before.keySet());
        }
        Map<String, Part> parts = new HashMap<>();
        for (String id : ids) {
            long now = counted.getOrDefault(id, 0L);
            parts.put(id, new Part(BigDecimal.valueOf(now), movement(now, before, id, measured), null, null, false, false));
        }
        return parts;
    }

    private static Movement movement(long now, Map<String, Long> before, String id, Measured measured) {
        long then = before == null ? 0 : before.getOrDefault(id, 0L);
        return measured.period().isEmpty()
                ? null
                : new Movement(BigDecimal.valueOf(then), null, null, BigDecimal.valueOf(now));
    }

    private List<LocalizedText> baselineNote(List<Measurement> now) {
        String ids = now.stream()
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

    private Indicator line(ProgrammeDefinition definition, Measurement measurement, Measured measured) {
        org.thun.programmes.Indicator indicator = measurement.indicator();
        Long counted = measurement.counted();
        return new Indicator(
                indicator.id(),
                indicator.title(),
                definition.label(ProgrammeDefinition.UNITS, indicator.unit()),
                measurement.baseline(),
                measurement.target(),
                measurement.phasedTarget(),
                measurement.actual(),
                counted == null ? null : movement(counted, measured.before(), indicator.id(), measured),
                null,
                null,
                indicator.source() != null && PEOPLE.contains(indicator.source().register()),
                Status.valueOf(measurement.status().name()),
                indicator.evidence(),
                measurement.unmeasured() == null ? null : said(measurement.unmeasured()));
    }

    private LocalizedText said(Problem problem) {
        return new LocalizedText(said(problem, thai.locale()), said(problem, english.locale()));
    }

    /** Formats speak the language of the present request; a report speaks both. */
    private String said(Problem problem, Locale locale) {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        try {
            LocaleContextHolder.setLocale(locale);
            return formats.problem(problem);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
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
        figures.forEach(figure -> figure.parts().forEach((id, part) -> sums.merge(id, part.counted(), BigDecimal::add)));
        Map<String, BigDecimal> shared = new HashMap<>();
        Map<String, BigDecimal> baselines = new HashMap<>();
        Map<String, BigDecimal> totals = new HashMap<>();
        for (Measurement measurement : whole) {
            String id = measurement.indicator().id();
            if (measurement.counted() != null && sums.containsKey(id)) {
                shared.put(id, BigDecimal.valueOf(measurement.counted()).subtract(sums.get(id)));
            }
            if (measurement.baseline() != null) {
                baselines.put(id, measurement.baseline());
            }
            if (measurement.actual() != null) {
                totals.put(id, measurement.actual());
            }
        }
        breakdowns.add(new Breakdown(
                both(title),
                both(title + ".column"),
                whole.stream().map(measurement -> measurement.indicator().id()).toList(),
                figures.stream()
                        .map(figure -> Area.of(figure.edition().name(), figure.edition().key(), figure.parts()))
                        .toList(),
                List.of(new Area(both("area.sum"), sums), new Area(both("area.shared"), shared),
                        new Area(both("area.baseline"), baselines), new Area(both("area.whole"), totals)),
                both("area.note"),
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
