package org.thun.reporting.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.indicators.CentreFigures;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.indicators.RegionFigures;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.GrantPeriod;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.RegistryPolicy;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.MonitoringReport.Area;
import org.thun.reporting.MonitoringReport.Breakdown;
import org.thun.reporting.MonitoringReport.Indicator;
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

    private final Grants grants;
    private final Programmes programmes;
    private final IndicatorQueries indicators;
    private final BusinessClock clock;
    private final Formats formats;
    private final ReportTexts thai = ReportTexts.of("monitoring", Locale.forLanguageTag("th"));
    private final ReportTexts english = ReportTexts.of("monitoring", Locale.ENGLISH);

    IndicatorReportSource(
            Grants grants, Programmes programmes, IndicatorQueries indicators, BusinessClock clock,
            Formats formats) {
        this.grants = grants;
        this.programmes = programmes;
        this.indicators = indicators;
        this.clock = clock;
        this.formats = formats;
    }

    @Override
    public Optional<MonitoringReport> monitoring(String grantId, LocalDate asOf) {
        Grant grant = grants.get(grantId);
        if (grant.effectiveFrom() == null || asOf.isBefore(grant.effectiveFrom())) {
            return Optional.empty();
        }
        ProgrammeDefinition definition = programmes.version(grant.programmeKey(), grant.programmeVersion());
        Optional<GrantPeriod> period = periodOf(grant, definition, asOf);
        List<Measurement> now = indicators.measure(grant, asOf);
        return Optional.of(new MonitoringReport(
                definition.title(),
                grant.title(),
                grant.number(),
                grant.granteeName(),
                definition.funder().name(),
                grant.effectiveFrom(),
                grant.endsOn(),
                asOf,
                clock.dateTime(),
                period.map(p -> new Period(p.no(), p.days().from(), p.days().to())).orElse(null),
                String.valueOf(grant.programmeVersion()),
                grant.synthetic(),
                new StatusScale(definition.statusBands().greenFrom(), definition.statusBands().amberFrom()),
                lines(grant, definition, now, period),
                breakdowns(grant, asOf, now),
                verification(definition.registry()),
                baselineNote(now)));
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

    private List<Indicator> lines(Grant grant, ProgrammeDefinition definition, List<Measurement> now,
            Optional<GrantPeriod> period) {
        Map<String, Long> before = period
                .filter(p -> p.days().from().isAfter(grant.effectiveFrom()))
                .map(p -> indicators.measure(grant, p.days().from().minusDays(1)).stream()
                        .filter(measurement -> measurement.counted() != null)
                        .collect(Collectors.toMap(m -> m.indicator().id(), Measurement::counted)))
                .orElse(Map.of());
        return now.stream().map(measurement -> line(definition, measurement, before, period.isPresent())).toList();
    }

    private Indicator line(ProgrammeDefinition definition, Measurement measurement, Map<String, Long> before,
            boolean inPeriod) {
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
                counted == null || !inPeriod
                        ? null
                        : BigDecimal.valueOf(counted - before.getOrDefault(indicator.id(), 0L)),
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

    private List<Breakdown> breakdowns(Grant grant, LocalDate asOf, List<Measurement> whole) {
        List<Breakdown> breakdowns = new ArrayList<>();
        List<RegionFigures> regions = indicators.byRegion(grant, asOf);
        add(breakdowns, "area.regions", regions, whole, region -> region.region().text(), RegionFigures::counted);
        List<CentreFigures> centres = indicators.byCentre(grant, asOf);
        add(breakdowns, "area.centres", centres, whole, centre -> centre.centre().name(), CentreFigures::counted);
        return breakdowns;
    }

    /** A table of areas with the rows that lead from their sum to the whole; none if no area has added anything. */
    private <T> void add(List<Breakdown> breakdowns, String title, List<T> figures, List<Measurement> whole,
            Function<T, LocalizedText> name, Function<T, Map<String, Long>> counted) {
        if (figures.stream().allMatch(figure -> counted.apply(figure).isEmpty())) {
            return;
        }
        Map<String, BigDecimal> sums = new HashMap<>();
        List<Area> areas = new ArrayList<>();
        for (T figure : figures) {
            Map<String, BigDecimal> values = decimals(counted.apply(figure));
            values.forEach((id, value) -> sums.merge(id, value, BigDecimal::add));
            areas.add(new Area(name.apply(figure), values));
        }
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
                areas,
                List.of(new Area(both("area.sum"), sums), new Area(both("area.shared"), shared),
                        new Area(both("area.baseline"), baselines), new Area(both("area.whole"), totals)),
                both("area.note")));
    }

    private LocalizedText verification(RegistryPolicy policy) {
        return both("verification.text", thai.number(policy.samplePercent()), policy.sampleMin(), policy.sampleMax(),
                thai.number(policy.sampleErrorLimitPercent()), policy.staleMonths(), policy.staleMonthsOrganisation());
    }

    private LocalizedText both(String code, Object... args) {
        return new LocalizedText(thai.text(code, args), english.text(code, args));
    }

    private static Map<String, BigDecimal> decimals(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> BigDecimal.valueOf(entry.getValue())));
    }
}
