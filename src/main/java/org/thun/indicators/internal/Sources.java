package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.indicators.AcceptedSums;
import org.thun.indicators.AcceptedSums.AcceptedFigure;
import org.thun.indicators.AreaValue;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.Cumulation;
import org.thun.programmes.IndicatorSource;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.CountFilter;
import org.thun.registry.RegistryCounts;
import org.thun.registry.RegistryCounts.Tally;
import org.thun.shared.DateRange;

/** Reads what registers, entries and accepted reports say about indicators: each source once, whatever the number of them. */
@Component
class Sources {

    private final RegistryCounts counts;
    private final ValueMapper entries;
    private final ObjectProvider<AcceptedSums> accepted;

    Sources(RegistryCounts counts, ValueMapper entries, ObjectProvider<AcceptedSums> accepted) {
        this.counts = counts;
        this.entries = entries;
        this.accepted = accepted;
    }

    static CountFilter filter(IndicatorSource source) {
        return new CountFilter(source.register(), source.role());
    }

    /** What each of these indicators is on a day, as it was known at a moment; {@code null} for now. */
    Map<String, Reading> read(Grant grant, ProgrammeDefinition definition, Collection<Indicator> indicators, LocalDate asOf,
            LocalDateTime knownAt) {
        Map<CountFilter, Tally> tallies = tallies(grant, indicators, asOf);
        Map<String, List<EntryRow>> held = held(grant, indicators, knownAt);
        DateRange period = ValueDesk.period(grant, definition, asOf);
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            readings.put(indicator.id(), indicator.source().register() != null
                    ? records(grant, indicator, tallies, asOf)
                    : indicator.isEntered()
                            ? EntrySums.read(indicator, held.getOrDefault(indicator.id(), List.of()), asOf, period)
                            : accepted(indicator, figures(grant, indicator, knownAt), asOf, period));
        }
        return readings;
    }

    /** The course of one indicator that does not count records: its source is read once for all days. */
    Map<LocalDate, Reading> course(Grant grant, ProgrammeDefinition definition, Indicator indicator, List<LocalDate> days) {
        Map<LocalDate, Reading> course = new LinkedHashMap<>();
        if (indicator.source().register() != null) {
            days.forEach(day -> course.put(day,
                    records(grant, indicator, tallies(grant, List.of(indicator), day), day)));
            return course;
        }
        List<EntryRow> held = held(grant, List.of(indicator), null).getOrDefault(indicator.id(), List.of());
        List<AcceptedFigure> figures = indicator.isEntered() ? List.of() : figures(grant, indicator, null);
        for (LocalDate day : days) {
            DateRange period = ValueDesk.period(grant, definition, day);
            course.put(day, indicator.isEntered()
                    ? EntrySums.read(indicator, held, day, period)
                    : accepted(indicator, figures, day, period));
        }
        return course;
    }

    private Reading records(Grant grant, Indicator indicator, Map<CountFilter, Tally> tallies, LocalDate asOf) {
        CountFilter filter = filter(indicator.source());
        Tally above = tallies.get(filter);
        if (indicator.countsRecords()) {
            boolean known = !above.byCentre().isEmpty() || counts.anySubmitted(grant.id(), filter, asOf);
            Map<String, AreaValue> centres = new HashMap<>();
            above.byCentre().forEach((centre, counted) -> centres.put(centre, AreaValue.counted(counted)));
            return new Reading(known ? AreaValue.counted(above.national()) : null, centres);
        }
        CountFilter line = filter(indicator.denominatorSource());
        Tally below = tallies.get(line);
        boolean known = !above.byCentre().isEmpty() || !below.byCentre().isEmpty()
                || counts.anySubmitted(grant.id(), filter, asOf) || counts.anySubmitted(grant.id(), line, asOf);
        Set<String> places = new HashSet<>(above.byCentre().keySet());
        places.addAll(below.byCentre().keySet());
        Map<String, AreaValue> centres = new HashMap<>();
        places.forEach(centre -> centres.put(centre, share(indicator, above.byCentre().getOrDefault(centre, 0L),
                below.byCentre().getOrDefault(centre, 0L))));
        return new Reading(known ? share(indicator, above.national(), below.national()) : null, centres);
    }

    private static AreaValue share(Indicator indicator, long above, long below) {
        return AreaValue.worth(indicator, BigDecimal.valueOf(above), BigDecimal.valueOf(below));
    }

    private Reading accepted(Indicator indicator, List<AcceptedFigure> figures, LocalDate asOf, DateRange period) {
        List<AcceptedFigure> used = figures.stream()
                .filter(figure -> !figure.to().isAfter(asOf))
                .filter(figure -> indicator.cumulation() != Cumulation.PER_PERIOD
                        || period != null && period.contains(figure.to()))
                .toList();
        if (used.isEmpty()) {
            return Reading.NOTHING;
        }
        List<AcceptedFigure> summed =
                indicator.cumulation() == Cumulation.LATEST ? used.subList(used.size() - 1, used.size()) : used;
        BigDecimal sum = summed.stream().map(AcceptedFigure::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Reading(new AreaValue(sum, sum, null), Map.of());
    }

    private List<AcceptedFigure> figures(Grant grant, Indicator indicator, LocalDateTime knownAt) {
        AcceptedSums sums = accepted.getIfAvailable();
        return sums == null ? List.of() : sums.of(grant.id(), indicator.source().accepted()).stream()
                .filter(figure -> knownAt == null || !figure.acceptedAt().isAfter(knownAt))
                .toList();
    }

    private Map<CountFilter, Tally> tallies(Grant grant, Collection<Indicator> indicators, LocalDate asOf) {
        Set<CountFilter> filters = new LinkedHashSet<>();
        for (Indicator indicator : indicators) {
            if (indicator.source().register() != null) {
                filters.add(filter(indicator.source()));
                if (indicator.denominatorSource() != null) {
                    filters.add(filter(indicator.denominatorSource()));
                }
            }
        }
        return filters.isEmpty() ? Map.of() : counts.tallies(grant.id(), filters, asOf);
    }

    private Map<String, List<EntryRow>> held(Grant grant, Collection<Indicator> indicators, LocalDateTime knownAt) {
        if (indicators.stream().noneMatch(Indicator::isEntered)) {
            return Map.of();
        }
        return (knownAt == null ? entries.held(grant.id()) : entries.heldAt(grant.id(), knownAt)).stream()
                .collect(Collectors.groupingBy(EntryRow::indicatorId));
    }
}
