package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.registry.SuspicionState;
import org.thun.registry.internal.SuspectMapper.SuspectRow;

/**
 * Which records are about the same one: those that decisions connect, pair by pair. Sees to it that of the records of one
 * person one counts for the nation (BR-20). Called inside the door's transaction.
 */
@Component
class Sameness {

    private final SuspectMapper suspects;
    private final StandingMapper standings;
    private final RecordMapper records;
    private final StandingBook book;

    Sameness(SuspectMapper suspects, StandingMapper standings, RecordMapper records, StandingBook book) {
        this.suspects = suspects;
        this.standings = standings;
        this.records = records;
        this.book = book;
    }

    /** All decided pairs that touch these records or any record connected with them. */
    List<SuspectRow> around(Collection<String> recordIds) {
        Map<String, SuspectRow> decided = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>(recordIds);
        Collection<String> edge = recordIds;
        while (!edge.isEmpty()) {
            Set<String> next = new LinkedHashSet<>();
            for (List<String> ids : Entry.chunks(List.copyOf(edge))) {
                for (SuspectRow pair : suspects.touching(ids)) {
                    if (pair.state() != SuspicionState.SUSPECTED) {
                        decided.put(pair.id(), pair);
                    }
                    if (pair.state() == SuspicionState.CONFIRMED) {
                        List.of(pair.firstId(), pair.secondId()).stream().filter(seen::add).forEach(next::add);
                    }
                }
            }
            edge = next;
        }
        return List.copyOf(decided.values());
    }

    /** The records, each with those that confirmed pairs connect it with. */
    static List<Set<String>> people(Collection<String> recordIds, Collection<SuspectRow> pairs) {
        Map<String, List<String>> neighbours = new HashMap<>();
        for (SuspectRow pair : pairs) {
            if (pair.state() == SuspicionState.CONFIRMED) {
                neighbours.computeIfAbsent(pair.firstId(), id -> new ArrayList<>()).add(pair.secondId());
                neighbours.computeIfAbsent(pair.secondId(), id -> new ArrayList<>()).add(pair.firstId());
            }
        }
        List<Set<String>> people = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String start : recordIds) {
            if (seen.add(start)) {
                Set<String> person = new LinkedHashSet<>(Set.of(start));
                Deque<String> edge = new ArrayDeque<>(person);
                while (!edge.isEmpty()) {
                    neighbours.getOrDefault(edge.pop(), List.of()).stream()
                            .filter(seen::add)
                            .peek(person::add)
                            .forEach(edge::push);
                }
                people.add(person);
            }
        }
        return people;
    }

    /** After the days from that one on have changed on which records count: one of each person counts for the nation. */
    void settle(Collection<String> recordIds, LocalDate from) {
        List<SuspectRow> pairs = around(recordIds);
        if (pairs.stream().anyMatch(pair -> pair.state() == SuspicionState.CONFIRMED)) {
            people(recordIds, pairs).stream().filter(person -> person.size() > 1).forEach(person -> share(person, from));
        }
    }

    /** The same for one person's records, which may be a single one. */
    void share(Set<String> person, LocalDate from) {
        List<RecordRow> rows = records.lock(person);
        List<String> order = rows.stream()
                .sorted((one, other) -> Long.compare(one.recordNo(), other.recordNo()))
                .map(RecordRow::id)
                .toList();
        book.share(order, SharePlan.of(order, standings.lastingTo(order, from), from), from);
    }
}
