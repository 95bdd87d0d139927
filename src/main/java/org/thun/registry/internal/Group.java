package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.RecordState;
import org.thun.registry.internal.MergeMapper.MergeRow;
import org.thun.registry.internal.RecordMapper.RoleRow;
import org.thun.registry.internal.SuspectMapper.SuspectRow;

/** Some records, which of them are the same person or organisation, and what follows for the counts. No side effects. */
final class Group {

    private final Map<String, RecordRow> rows;
    private final Map<String, List<RoleRow>> roles;
    private final List<Set<String>> people;
    private final Map<String, MergeRow> merges;
    private final LocalDate today;

    /**
     * @param rows the records in the order of their numbers
     * @param roles roles of each
     * @param pairs the decided pairs among them
     * @param merges the merges that last, by the merged record
     */
    Group(List<RecordRow> rows, Map<String, List<RoleRow>> roles, List<SuspectRow> pairs, Map<String, MergeRow> merges,
            LocalDate today) {
        this.rows = rows.stream().collect(Collectors.toMap(RecordRow::id, Function.identity(), (a, b) -> a,
                LinkedHashMap::new));
        this.roles = roles;
        this.people = Sameness.people(this.rows.keySet(), pairs);
        this.merges = merges;
        this.today = today;
    }

    private Group(Group other, List<SuspectRow> pairs, Map<String, MergeRow> merges) {
        this.rows = other.rows;
        this.roles = other.roles;
        this.people = Sameness.people(rows.keySet(), pairs);
        this.merges = merges;
        this.today = other.today;
    }

    /**
     * The same records after other decisions: of one person's records of one province one stands, the others are merged
     * into it. A record that stands is preferred to one that was merged before, one that counts to one that does not.
     *
     * @param trusted whether the roles of records that are not verified may be united too, since a verifier decides
     */
    Group decided(List<SuspectRow> pairs, boolean trusted) {
        Map<String, MergeRow> next = new HashMap<>();
        Group after = new Group(this, pairs, next);
        for (Set<String> person : after.people) {
            person.stream()
                    .map(rows::get)
                    .filter(row -> row.state() != RecordState.WITHDRAWN && row.state() != RecordState.DRAFT)
                    .collect(Collectors.groupingBy(RecordRow::provinceCode))
                    .values()
                    .forEach(same -> merge(same, next, trusted));
        }
        return after;
    }

    private void merge(List<RecordRow> same, Map<String, MergeRow> next, boolean trusted) {
        RecordRow stands = same.stream()
                .min(Comparator.comparing((RecordRow row) -> merges.containsKey(row.id()))
                        .thenComparing(row -> !counts(row))
                        .thenComparing(row -> row.state() != RecordState.VERIFIED)
                        .thenComparing(row -> row.state() == RecordState.REJECTED)
                        .thenComparing(RecordRow::recordNo))
                .orElseThrow();
        for (RecordRow row : same) {
            if (row != stands) {
                MergeRow before = merges.get(row.id());
                next.put(row.id(), before != null && before.intoId().equals(stands.id())
                        ? before
                        : new MergeRow(null, row.id(), stands.id(), row.grantId(), row.registerCode(),
                                before == null ? row.state() : before.stateBefore(),
                                before == null ? trusted || row.state() == RecordState.VERIFIED : before.withRoles(),
                                today, Cases.FOR_EVER));
            }
        }
    }

    List<Set<String>> people() {
        return people;
    }

    List<RecordRow> rows() {
        return List.copyOf(rows.values());
    }

    RecordRow row(String recordId) {
        return rows.get(recordId);
    }

    Map<String, MergeRow> merges() {
        return merges;
    }

    /** Where a record stands in this group. */
    RecordState state(RecordRow row, Group before) {
        if (merges.containsKey(row.id())) {
            return RecordState.MERGED;
        }
        MergeRow undone = before.merges.get(row.id());
        return undone == null ? row.state() : undone.stateBefore();
    }

    /** The days on which a record counts from today on; empty if it does not. */
    List<StandingRow> standing(RecordRow row, Group before) {
        boolean counts = state(row, before) == RecordState.VERIFIED && !row.freshUntil().isBefore(today);
        return counts
                ? StandingRow.of(row, unitedRoles(row), today, row.freshUntil(), row.verifierName())
                : List.of();
    }

    /** How many records count for each centre and facet, and how many people for the nation ({@code centreCode} null). */
    Map<Place, Long> counts(Group before) {
        Map<Place, Long> counts = new HashMap<>();
        for (Set<String> person : people) {
            Set<Place> national = new HashSet<>();
            for (String id : person) {
                RecordRow row = rows.get(id);
                List<StandingRow> standing = standing(row, before);
                Stream<String> facets = standing.isEmpty()
                        ? Stream.of()
                        : Stream.concat(Stream.of(TallyRow.ANY_FACET), standing.stream().map(StandingRow::facetCode));
                facets.forEach(facet -> {
                    counts.merge(new Place(row.centreCode(), facet), 1L, Long::sum);
                    national.add(new Place(null, facet));
                });
            }
            national.forEach(place -> counts.merge(place, 1L, Long::sum));
        }
        return counts;
    }

    /** A count: of a centre or, {@code null}, of the nation; under a facet or {@link TallyRow#ANY_FACET}. */
    record Place(String centreCode, String facet) {}

    private boolean counts(RecordRow row) {
        return row.state() == RecordState.VERIFIED && !row.freshUntil().isBefore(today);
    }

    private List<RoleRow> unitedRoles(RecordRow row) {
        if (row.registerCode() != Register.PERSON) {
            return List.of();
        }
        Map<String, RoleRow> united = new LinkedHashMap<>();
        roles.getOrDefault(row.id(), List.of()).forEach(role -> united.put(role.roleCode(), role));
        List<MergeRow> into = new ArrayList<>(merges.values());
        into.stream()
                .filter(merge -> merge.intoId().equals(row.id()) && merge.withRoles())
                .flatMap(merge -> roles.getOrDefault(merge.recordId(), List.of()).stream())
                .forEach(role -> united.putIfAbsent(role.roleCode(),
                        new RoleRow(row.id(), role.roleCode(), role.detailCode())));
        return List.copyOf(united.values());
    }
}
