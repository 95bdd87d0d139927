package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.Actor;
import org.thun.registry.CountFilter;
import org.thun.registry.DuplicateEffect;
import org.thun.registry.DuplicateVerdict;
import org.thun.registry.RecordState;
import org.thun.registry.Registers;
import org.thun.registry.RegistryCounts;
import org.thun.registry.RegistryCounts.Tally;
import org.thun.registry.SuspicionState;
import org.thun.registry.internal.Group.Place;
import org.thun.registry.internal.MergeMapper.MergeRow;
import org.thun.registry.internal.RecordMapper.RoleRow;
import org.thun.registry.internal.SuspectMapper.SuspectRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.Problem;

/**
 * What deciding about a pair does, and doing it. Both start from the same reckoning, so that what was shown is what
 * happens. Called inside the door's transaction.
 */
@Component
class DuplicateDecisions {

    private final SuspectMapper suspects;
    private final MergeMapper merges;
    private final RecordMapper records;
    private final Sameness sameness;
    private final StandingBook book;
    private final RegistryCounts counts;
    private final AuditTrail audit;
    private final BusinessClock clock;

    DuplicateDecisions(SuspectMapper suspects, MergeMapper merges, RecordMapper records, Sameness sameness,
            StandingBook book, RegistryCounts counts, AuditTrail audit, BusinessClock clock) {
        this.suspects = suspects;
        this.merges = merges;
        this.records = records;
        this.sameness = sameness;
        this.book = book;
        this.counts = counts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The records as they are and as they would be; problems if that cannot be. */
    record Reckoning(Group before, Group after, List<Problem> problems) {}

    /** The records that a decision about the pair may touch. */
    Set<String> touched(SuspectRow pair) {
        Set<String> ids = new TreeSet<>(List.of(pair.firstId(), pair.secondId()));
        Sameness.people(ids, sameness.around(ids)).forEach(ids::addAll);
        return ids;
    }

    Reckoning reckon(SuspectRow pair, DuplicateVerdict verdict, boolean trusted) {
        Set<String> ids = touched(pair);
        List<SuspectRow> now = sameness.around(ids);
        SuspicionState state = stateOf(verdict);
        List<SuspectRow> then = Stream.concat(now.stream().filter(each -> !each.id().equals(pair.id())),
                        Stream.of(in(pair, state)))
                .toList();
        Map<String, List<RoleRow>> roles =
                records.roles(ids).stream().collect(Collectors.groupingBy(RoleRow::recordId));
        Map<String, MergeRow> lasting = merges.of(ids).stream()
                .collect(Collectors.toMap(MergeRow::recordId, Function.identity()));
        Group before = new Group(merges.records(ids), roles, now, lasting, clock.today());
        Group after = before.decided(then, trusted);
        return new Reckoning(before, after, contradictions(pair, verdict, then, after));
    }

    DuplicateEffect effect(Reckoning reckoning, SuspectRow pair) {
        Group before = reckoning.before();
        Group after = reckoning.after();
        List<DuplicateEffect.Move> moves = new ArrayList<>();
        for (RecordRow row : before.rows()) {
            String into = into(after, row);
            if (!Objects.equals(into(before, row), into)) {
                moves.add(new DuplicateEffect.Move(number(row), into == null ? null : number(after.row(into))));
            }
        }
        Map<Place, Long> old = before.counts(before);
        Map<Place, Long> changed = after.counts(before);
        Set<Place> places = new LinkedHashSet<>(old.keySet());
        places.addAll(changed.keySet());
        Map<CountFilter, Tally> tallies = counts.tallies(pair.grantId(),
                places.stream().map(place -> filter(pair, place)).distinct().toList(), clock.today());
        List<DuplicateEffect.Line> lines = places.stream()
                .sorted(Comparator.comparing((Place place) -> place.centreCode() == null)
                        .thenComparing(place -> String.valueOf(place.centreCode()))
                        .thenComparing(Place::facet))
                .map(place -> {
                    Tally tally = tallies.get(filter(pair, place));
                    long today = place.centreCode() == null
                            ? tally.national()
                            : tally.byCentre().getOrDefault(place.centreCode(), 0L);
                    long change = changed.getOrDefault(place, 0L) - old.getOrDefault(place, 0L);
                    return new DuplicateEffect.Line(place.centreCode(), filter(pair, place).facet(), today, today + change);
                })
                .toList();
        return new DuplicateEffect(reckoning.problems(), moves, lines);
    }

    /** Carries a decision out; the records it touches are locked. */
    void carryOut(SuspectRow pair, DuplicateVerdict verdict, String reason, Reckoning reckoning, Actor by) {
        Group before = reckoning.before();
        Group after = reckoning.after();
        LocalDate today = clock.today();
        suspects.decide(pair.id(), stateOf(verdict), today, by.name().th(), clock.dateTime(), reason);
        List<RecordRow> recounted = after.rows().stream()
                .filter(row -> !facets(before.standing(row, before)).equals(facets(after.standing(row, before))))
                .toList();
        book.stop(ids(recounted.stream().filter(row -> !before.standing(row, before).isEmpty()).toList()), today);
        for (RecordRow row : after.rows()) {
            move(row, before, after, reason, by);
        }
        List<StandingRow> begun =
                recounted.stream().flatMap(row -> after.standing(row, before).stream()).toList();
        if (!begun.isEmpty()) {
            book.begin(begun);
        }
        after.people().forEach(person -> sameness.share(person, today));
        String command = verdict == DuplicateVerdict.SAME ? "registry.same" : "registry.different";
        for (String id : List.of(pair.firstId(), pair.secondId())) {
            audit.record(by, AuditEvent.of(id, command, Registers.OBJECT_TYPE, id).because(reason).with(pair.other(id)));
        }
    }

    private void move(RecordRow row, Group before, Group after, String reason, Actor by) {
        MergeRow old = before.merges().get(row.id());
        MergeRow next = after.merges().get(row.id());
        if (Objects.equals(old, next)) {
            return;
        }
        if (old != null) {
            merges.undo(row.id(), clock.today());
        }
        if (next != null) {
            merges.insert(new MergeRow(Ids.next(), next.recordId(), next.intoId(), next.grantId(), next.registerCode(),
                    next.stateBefore(), next.withRoles(), next.mergedOn(), next.undoneOn()));
        }
        RecordState state = after.state(row, before);
        merges.put(row.id(), state);
        audit.record(by, AuditEvent
                .transition(row.id(), next == null ? "registry.unmerge" : "registry.merge", Registers.OBJECT_TYPE, row.id(),
                        row.state(), state)
                .because(reason)
                .with(next == null ? old.intoId() : next.intoId()));
    }

    /** Nobody can be the same as one and not the same as the other of two records that are the same. */
    private List<Problem> contradictions(
            SuspectRow pair, DuplicateVerdict verdict, List<SuspectRow> pairs, Group after) {
        if (verdict == DuplicateVerdict.DIFFERENT) {
            boolean together = after.people().stream()
                    .anyMatch(person -> person.contains(pair.firstId()) && person.contains(pair.secondId()));
            return together
                    ? List.of(Problem.of("registry.problem.duplicate.connected",
                            others(after, pair, Set.of(pair.firstId(), pair.secondId()))).under("BR-20"))
                    : List.of();
        }
        return pairs.stream()
                .filter(each -> each.state() == SuspicionState.DISTINCT)
                .filter(each -> after.people().stream()
                        .anyMatch(person -> person.contains(each.firstId()) && person.contains(each.secondId())))
                .map(each -> Problem.of("registry.problem.duplicate.distinct", number(after.row(each.firstId())),
                        number(after.row(each.secondId()))).under("BR-20"))
                .toList();
    }

    private static String others(Group group, SuspectRow pair, Set<String> but) {
        return group.people().stream()
                .filter(person -> person.contains(pair.firstId()))
                .flatMap(Collection::stream)
                .filter(id -> !but.contains(id))
                .map(id -> number(group.row(id)))
                .collect(Collectors.joining(", "));
    }

    private static SuspicionState stateOf(DuplicateVerdict verdict) {
        return verdict == DuplicateVerdict.SAME ? SuspicionState.CONFIRMED : SuspicionState.DISTINCT;
    }

    private static SuspectRow in(SuspectRow pair, SuspicionState state) {
        return new SuspectRow(pair.id(), pair.grantId(), pair.registerCode(), pair.firstId(), pair.secondId(), pair.score(),
                pair.certain(), pair.reasons(), state, pair.foundOn(), pair.settledOn(), pair.decidedByName(),
                pair.decidedAt(), pair.decisionReason());
    }

    private static String into(Group group, RecordRow row) {
        MergeRow merge = group.merges().get(row.id());
        return merge == null ? null : merge.intoId();
    }

    private static CountFilter filter(SuspectRow pair, Place place) {
        return new CountFilter(pair.registerCode(), place.facet().equals(TallyRow.ANY_FACET) ? null : place.facet());
    }

    private static Set<String> facets(List<StandingRow> standing) {
        return standing.stream().map(StandingRow::facetCode).collect(Collectors.toSet());
    }

    private static List<String> ids(List<RecordRow> rows) {
        return rows.stream().map(RecordRow::id).toList();
    }

    private static String number(RecordRow row) {
        return RecordNumbers.write(row.registerCode(), row.recordNo());
    }
}
