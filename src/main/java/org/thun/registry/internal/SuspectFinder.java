package org.thun.registry.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thun.grants.Grants;
import org.thun.programmes.Programmes;
import org.thun.programmes.RegistryPolicy.SuspectPolicy;
import org.thun.registry.SuspicionReason;
import org.thun.registry.SuspicionState;
import org.thun.registry.internal.MatchMapper.KeyRow;
import org.thun.registry.internal.MatchMapper.TraitRow;
import org.thun.registry.internal.SuspectMapper.SuspectRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;

/**
 * Finds records that may be about the same person or organisation (BR-19). Takes many at once: a batch costs a handful of
 * statements, each along an index, however large the register is. Called inside the door's transaction.
 */
@Component
class SuspectFinder {

    private static final int KEYS_OF_A_STATEMENT = 1_000;

    private final MatchMapper matches;
    private final SuspectMapper suspects;
    private final Grants grants;
    private final Programmes programmes;
    private final BusinessClock clock;

    SuspectFinder(MatchMapper matches, SuspectMapper suspects, Grants grants, Programmes programmes, BusinessClock clock) {
        this.matches = matches;
        this.suspects = suspects;
        this.grants = grants;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** What the programmes of the records say, each looked up once. */
    private record Policies(Cases cases) {

        SuspectPolicy of(Traits traits) {
            return cases.definition(cases.of(traits.grantId())).registry().suspects();
        }
    }

    /** Two records that look alike. */
    record Pair(Traits one, Traits other, Likeness likeness) {

        String key() {
            return firstId() + "/" + secondId();
        }

        String firstId() {
            return one.recordId().compareTo(other.recordId()) < 0 ? one.recordId() : other.recordId();
        }

        String secondId() {
            return firstId().equals(one.recordId()) ? other.recordId() : one.recordId();
        }
    }

    /** Looks for records like those that have just been entered and handed in. */
    void lookFor(Collection<String> recordIds) {
        look(recordIds, false);
    }

    /** The same for records that have been looked at before: what is not alike any more is no suspicion any more. */
    void lookAgainFor(Collection<String> recordIds) {
        look(recordIds, true);
    }

    /** Nobody finds these records any more, and no suspicion of them waits for a decision. */
    void forget(Collection<String> recordIds) {
        matches.delete(recordIds);
        List<String> waiting = suspects.touching(recordIds).stream()
                .filter(row -> row.state() == SuspicionState.SUSPECTED)
                .map(SuspectRow::id)
                .toList();
        if (!waiting.isEmpty()) {
            suspects.delete(waiting);
        }
    }

    /** Records like these, which need not have been entered, by the id of each; those without any are absent. */
    Map<String, List<Pair>> alike(Collection<Traits> wanted) {
        Policies policies = new Policies(new Cases(grants, programmes));
        Map<String, Set<String>> candidates = candidates(wanted, policies);
        Map<String, Traits> known = traits(candidates.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        Map<String, List<Pair>> found = new LinkedHashMap<>();
        for (Traits one : wanted) {
            List<Pair> pairs = new ArrayList<>();
            for (String candidate : candidates.getOrDefault(one.recordId(), Set.of())) {
                Traits other = known.get(candidate);
                if (other != null) {
                    Likeness.between(one, other, policies.of(one).score()).ifPresent(likeness -> pairs.add(new Pair(one, other, likeness)));
                }
            }
            dropNamesakes(pairs, policies);
            if (!pairs.isEmpty()) {
                found.put(one.recordId(), pairs);
            }
        }
        return found;
    }

    private void look(Collection<String> recordIds, boolean again) {
        for (List<String> ids : Entry.chunks(List.copyOf(recordIds))) {
            List<Traits> traits = traits(ids).values().stream().filter(each -> Traits.told(each.register())).toList();
            if (again) {
                matches.delete(ids);
            }
            if (!traits.isEmpty()) {
                matches.insert(traits.stream()
                        .flatMap(each -> each.keys().stream().distinct().map(key -> new KeyRow(each.recordId(), key)))
                        .toList());
            }
            Map<String, Pair> found = new LinkedHashMap<>();
            alike(traits).values().forEach(pairs -> pairs.forEach(pair -> found.putIfAbsent(pair.key(), pair)));
            note(ids, found, again);
        }
    }

    private void note(List<String> ids, Map<String, Pair> found, boolean again) {
        if (again) {
            List<String> gone = new ArrayList<>();
            for (SuspectRow row : suspects.touching(ids)) {
                Pair pair = found.remove(row.firstId() + "/" + row.secondId());
                if (pair == null && row.state() == SuspicionState.SUSPECTED) {
                    gone.add(row.id());
                } else if (pair != null && pair.likeness().score() != row.score()) {
                    suspects.rescore(row(row.id(), pair));
                }
            }
            if (!gone.isEmpty()) {
                suspects.delete(gone);
            }
        }
        Entry.chunks(found.values().stream().map(pair -> row(Ids.next(), pair)).toList()).forEach(suspects::insert);
    }

    private SuspectRow row(String id, Pair pair) {
        Likeness likeness = pair.likeness();
        String reasons = likeness.reasons().stream().map(Enum::name).collect(Collectors.joining(","));
        return new SuspectRow(id, pair.one().grantId(), pair.one().register(), pair.firstId(), pair.secondId(),
                likeness.score(), likeness.certain(), reasons, SuspicionState.SUSPECTED, clock.today(), null, null, null,
                null);
    }

    private Map<String, Set<String>> candidates(Collection<Traits> wanted, Policies policies) {
        Map<Long, List<Traits>> asking = new HashMap<>();
        Map<String, List<Traits>> numbered = new HashMap<>();
        for (Traits each : wanted) {
            Set<Long> keys = new LinkedHashSet<>(each.keys());
            keys.addAll(each.nationalKeys());
            keys.forEach(key -> asking.computeIfAbsent(key, k -> new ArrayList<>()).add(each));
            if (each.numberHash() != null) {
                numbered.computeIfAbsent(each.numberHash(), hash -> new ArrayList<>()).add(each);
            }
        }
        Map<String, Set<String>> candidates = new HashMap<>();
        for (List<Long> keys : chunks(List.copyOf(asking.keySet()))) {
            Map<Long, List<String>> holders = matches.holders(keys).stream().collect(Collectors.groupingBy(
                    KeyRow::matchKey, Collectors.mapping(KeyRow::recordId, Collectors.toList())));
            holders.forEach((key, ids) -> {
                // A key is of one grant, and so are those who ask for it.
                List<Traits> askers = asking.get(key);
                if (ids.size() <= policies.of(askers.get(0)).keyHolders()) {
                    askers.forEach(one -> add(candidates, one, ids));
                }
            });
        }
        for (List<String> hashes : chunks(List.copyOf(numbered.keySet()))) {
            matches.bearers(hashes).forEach(row ->
                    numbered.get(row.numberHash()).forEach(one -> add(candidates, one, List.of(row.recordId()))));
        }
        return candidates;
    }

    private Map<String, Traits> traits(Collection<String> ids) {
        return chunks(List.copyOf(ids)).stream()
                .flatMap(chunk -> matches.traits(chunk).stream())
                .map(TraitRow::traits)
                .collect(Collectors.toMap(Traits::recordId, Function.identity()));
    }

    private static void add(Map<String, Set<String>> candidates, Traits one, List<String> ids) {
        Set<String> own = candidates.computeIfAbsent(one.recordId(), id -> new LinkedHashSet<>());
        ids.stream().filter(id -> !id.equals(one.recordId())).forEach(own::add);
    }

    /** Without a number, a name that many bear says nothing about people of other provinces. */
    private static void dropNamesakes(List<Pair> pairs, Policies policies) {
        List<Pair> elsewhere = pairs.stream()
                .filter(pair -> !pair.likeness().certain()
                        && pair.likeness().reasons().contains(SuspicionReason.OTHER_PROVINCE))
                .toList();
        if (!elsewhere.isEmpty() && elsewhere.size() > policies.of(elsewhere.get(0).one()).namesakes()) {
            pairs.removeAll(new HashSet<>(elsewhere));
        }
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += KEYS_OF_A_STATEMENT) {
            chunks.add(all.subList(from, Math.min(from + KEYS_OF_A_STATEMENT, all.size())));
        }
        return chunks;
    }
}
