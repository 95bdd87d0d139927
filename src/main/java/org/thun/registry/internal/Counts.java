package org.thun.registry.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Reach;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.CountFilter;
import org.thun.registry.RecordState;
import org.thun.registry.RegistryCounts;
import org.thun.registry.internal.StandingMapper.EvidenceRow;
import org.thun.registry.internal.StandingMapper.StateCount;
import org.thun.registry.internal.StandingMapper.TraitCount;
import org.thun.registry.internal.TallyMapper.CentreSum;
import org.thun.registry.internal.TallyMapper.DaySum;
import org.thun.registry.internal.TallyMapper.MoveSum;
import org.thun.registry.internal.TallyMapper.Wanted;
import org.thun.shared.DateRange;

@Service
class Counts implements RegistryCounts {

    private final StandingMapper standings;
    private final TallyMapper tallies;
    private final TallyLedger ledger;
    private final MergeMapper merges;
    private final Grants grants;

    Counts(StandingMapper standings, TallyMapper tallies, TallyLedger ledger, MergeMapper merges, Grants grants) {
        this.standings = standings;
        this.tallies = tallies;
        this.ledger = ledger;
        this.merges = merges;
        this.grants = grants;
    }

    @Override
    @Transactional(readOnly = true)
    public long counted(String grantId, CountFilter filter, LocalDate asOf) {
        return tallies(grantId, List.of(filter), asOf).get(filter).national();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Long> countedByCentre(String grantId, CountFilter filter, LocalDate asOf) {
        return tallies(grantId, List.of(filter), asOf).get(filter).byCentre();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CountFilter, Tally> tallies(String grantId, Collection<CountFilter> filters, LocalDate asOf) {
        if (filters.isEmpty()) {
            return Map.of();
        }
        ledger.flush();
        Set<Wanted> wanted = filters.stream().map(Counts::wanted).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Wanted, List<CentreSum>> sums = tallies
                .asOf(grantId, wanted, TallyRow.monthNo(asOf), asOf.withDayOfMonth(1), asOf)
                .stream()
                .collect(Collectors.groupingBy(sum -> new Wanted(sum.registerCode(), sum.facetCode())));
        Map<CountFilter, Tally> found = new LinkedHashMap<>();
        filters.forEach(filter -> found.put(filter, tally(sums.getOrDefault(wanted(filter), List.of()))));
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public SortedMap<LocalDate, Long> course(String grantId, CountFilter filter, Collection<String> centreCodes,
            Collection<LocalDate> days) {
        SortedMap<LocalDate, Long> course = new TreeMap<>();
        days.forEach(day -> course.put(day, 0L));
        if (course.isEmpty() || centreCodes != null && centreCodes.isEmpty()) {
            return course;
        }
        ledger.flush();
        Wanted wanted = wanted(filter);
        Iterator<DaySum> changes = tallies
                .daily(grantId, wanted.register(), wanted.facet(), centreCodes, course.lastKey())
                .iterator();
        DaySum next = changes.hasNext() ? changes.next() : null;
        long counted = 0;
        for (LocalDate day : List.copyOf(course.keySet())) {
            while (next != null && !next.onDay().isAfter(day)) {
                counted += next.counted();
                next = changes.hasNext() ? changes.next() : null;
            }
            course.put(day, counted);
        }
        return course;
    }

    @Override
    @Transactional(readOnly = true)
    public Movements movements(String grantId, CountFilter filter, DateRange days) {
        ledger.flush();
        Wanted wanted = wanted(filter);
        List<MoveSum> moved = tallies.moved(grantId, wanted.register(), wanted.facet(), days.from(), days.to());
        return new Movements(
                new Movement(moved.stream().mapToLong(MoveSum::nationalAdded).sum(),
                        moved.stream().mapToLong(MoveSum::nationalRemoved).sum()),
                moved.stream()
                        .filter(sum -> sum.added() != 0 || sum.removed() != 0)
                        .collect(Collectors.toMap(MoveSum::centreCode,
                                sum -> new Movement(sum.added(), sum.removed()))));
    }

    @Override
    @Transactional(readOnly = true)
    public DuplicateFigures duplicates(String grantId, CountFilter filter, LocalDate asOf) {
        Tally tally = tallies(grantId, List.of(filter), asOf).get(filter);
        long confirmed = tally.shared() + merges.mergedAway(grantId, filter.register(), filter.facet(), asOf);
        return new DuplicateFigures(tally.national() + confirmed,
                merges.suspected(grantId, filter.register(), filter.facet(), asOf), confirmed, tally.national());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, CentreDuplicates> duplicatesByCentre(String grantId, CountFilter filter, LocalDate asOf) {
        ledger.flush();
        Map<String, CentreSum> sums = tallies
                .asOf(grantId, Set.of(wanted(filter)), TallyRow.monthNo(asOf), asOf.withDayOfMonth(1), asOf)
                .stream()
                .collect(Collectors.toMap(CentreSum::centreCode, sum -> sum));
        Map<String, Long> merged = byCentre(merges.mergedAwayByCentre(grantId, filter.register(), filter.facet(), asOf));
        Map<String, Long> suspected = byCentre(merges.suspectedByCentre(grantId, filter.register(), filter.facet(), asOf));
        Set<String> centres = new TreeSet<>(sums.keySet());
        centres.addAll(merged.keySet());
        Map<String, CentreDuplicates> found = new LinkedHashMap<>();
        for (String centre : centres) {
            CentreSum sum = sums.get(centre);
            long net = sum == null ? 0 : sum.counted();
            long confirmed = merged.getOrDefault(centre, 0L);
            if (net != 0 || confirmed != 0) {
                found.put(centre, new CentreDuplicates(net + confirmed, suspected.getOrDefault(centre, 0L), confirmed, net,
                        sum == null ? 0 : net - sum.nationally()));
            }
        }
        return found;
    }

    private static Map<String, Long> byCentre(List<MergeMapper.CentreCount> counts) {
        return counts.stream().collect(Collectors.toMap(MergeMapper.CentreCount::centreCode, MergeMapper.CentreCount::counted));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Long> breakdown(String grantId, CountFilter filter, RecordTrait trait,
            Collection<String> centreCodes, LocalDate asOf) {
        if (centreCodes != null && centreCodes.isEmpty()) {
            return Map.of();
        }
        return standings.breakdown(grantId, filter.register(), filter.facet(), trait, centreCodes, asOf).stream()
                .collect(Collectors.toMap(TraitCount::said, TraitCount::counted));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<YearMonth, Long> countedByMonth(String grantId, CountFilter filter, LocalDate asOf) {
        Map<YearMonth, Long> months = new TreeMap<>();
        standings.countByMonth(grantId, filter.register(), filter.facet(), asOf)
                .forEach(row -> months.put(YearMonth.of(row.inYear(), row.inMonth()), row.counted()));
        return months;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean anySubmitted(String grantId, CountFilter filter, LocalDate asOf) {
        boolean people = filter.register() == Register.PERSON;
        return standings.anySubmitted(grantId, filter.register(), people ? filter.facet() : null,
                people ? null : filter.facet(), asOf) > 0;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Standing> standings(Collection<String> grantIds, Actor actor) {
        Reach reach = actor.reach(Action.READ, ObjectKind.REGISTRY_RECORD);
        // Whoever knows sums only (the funder's readers) knows them for the whole of a grant.
        List<String> wholeGrants = grantIds.stream().filter(id -> aggregatesOnly(id, actor)).toList();
        Within within = Within.of(reach);
        Within widened = new Within(within.all(), within.programmes(), within.organisations(),
                Stream.concat(within.grants().stream(), wholeGrants.stream()).toList(),
                within.centres());
        return grantIds.isEmpty() ? List.of() : gather(standings.states(grantIds, widened));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Evidence> evidenceOf(String grantId, CountFilter filter, Collection<String> centreCodes, LocalDate asOf,
            Actor actor, int page, int size) {
        if (centreCodes != null && centreCodes.isEmpty()) {
            return new Page<>(List.of(), 0);
        }
        Within within = Within.of(actor.reach(Action.READ, ObjectKind.REGISTRY_RECORD));
        List<Evidence> rows = standings
                .evidence(grantId, filter.register(), filter.facet(), centreCodes, asOf, within, size,
                        Math.multiplyExact(page - 1, size))
                .stream()
                .map(row -> evidence(row, filter.register()))
                .toList();
        return new Page<>(rows,
                standings.countEvidence(grantId, filter.register(), filter.facet(), centreCodes, asOf, within));
    }

    private static Wanted wanted(CountFilter filter) {
        return new Wanted(filter.register(), filter.facet() == null ? TallyRow.ANY_FACET : filter.facet());
    }

    private static Tally tally(List<CentreSum> sums) {
        return new Tally(sums.stream().mapToLong(CentreSum::nationally).sum(),
                sums.stream()
                        .filter(sum -> sum.counted() != 0)
                        .collect(Collectors.toMap(CentreSum::centreCode, CentreSum::counted)));
    }

    private boolean aggregatesOnly(String grantId, Actor actor) {
        Grant grant = grants.get(grantId);
        return actor.seesAggregatesOnly(ObjectKind.REGISTRY_RECORD, grant.scope());
    }

    private static Evidence evidence(EvidenceRow row, Register register) {
        String name = row.surname() == null ? row.name() : row.name() + " " + row.surname();
        return new Evidence(row.id(), row.centreCode(), RecordNumbers.write(register, row.recordNo()),
                row.state() == RecordState.WITHDRAWN ? null : name, row.datedOn(), row.verifierName(),
                row.countsFrom());
    }

    private static List<Standing> gather(List<StateCount> counts) {
        record Place(String grantId, Register register, String centreCode) {}
        Map<Place, Map<RecordState, Long>> places = new LinkedHashMap<>();
        for (StateCount count : counts) {
            places.computeIfAbsent(new Place(count.grantId(), count.registerCode(), count.centreCode()),
                            place -> new EnumMap<>(RecordState.class))
                    .put(count.state(), count.counted());
        }
        return places.entrySet().stream()
                .map(entry -> {
                    Place place = entry.getKey();
                    Map<RecordState, Long> states = entry.getValue();
                    return new Standing(place.grantId(), place.register(), place.centreCode(),
                            states.getOrDefault(RecordState.DRAFT, 0L), states.getOrDefault(RecordState.SUBMITTED, 0L),
                            states.getOrDefault(RecordState.VERIFIED, 0L),
                            states.getOrDefault(RecordState.REJECTED, 0L),
                            states.getOrDefault(RecordState.WITHDRAWN, 0L),
                            states.getOrDefault(RecordState.MERGED, 0L));
                })
                .toList();
    }
}
