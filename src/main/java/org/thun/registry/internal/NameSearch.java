package org.thun.registry.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.thun.registry.RecordFilter;
import org.thun.registry.Registers;
import org.thun.registry.internal.NameMapper.Found;

/**
 * Finds records by what somebody remembers of a name (docs/adr/0014): first those that begin so, then those that sound so,
 * then those a slip away, best first. Every step reads a range of an index and stops when it has enough; nothing reads the
 * register.
 */
@Component
class NameSearch {

    /** Keys one step looks at. */
    private static final int MOST_KEYS = 600;

    /** Records that are enough not to look for anything less like it. */
    private static final int ENOUGH = 20;

    /** How much of a name must be as it was typed. */
    private static final double ALIKE = 0.6;

    /** Fewer consonants than this say nothing but how a name begins. */
    private static final int TELLING = 3;

    private final NameMapper names;
    private final PlaceSearch places;

    NameSearch(NameMapper names, PlaceSearch places) {
        this.names = names;
        this.places = places;
    }

    /** A record and how well it fits. */
    private record Fit(String recordId, int rank, byte[] sortKey) {}

    /** A filter with the records its name means, as far as this person may see them; at most {@link Registers#MOST_FOUND}. */
    RecordQuery query(RecordFilter filter, Within within) {
        String text = filter.text() == null ? "" : filter.text().strip();
        Long number = RecordNumbers.read(text).orElse(null);
        RecordQuery query = RecordQuery.of(filter, number, places.spots(filter));
        return text.isEmpty() || number != null ? query : query.only(ids(text, query, within));
    }

    private List<String> ids(String text, RecordQuery query, Within within) {
        if (query.registerCode() == null) {
            throw new IllegalArgumentException("names are looked for in one register");
        }
        String sought = NameKey.sought(query.registerCode(), text);
        if (sought.isEmpty()) {
            return List.of();
        }
        NameKey key = NameKey.of(sought);
        Search search = new Search(key, query, within);
        search.take(List.of(KeyRange.beginning(key.skeleton())), KeyRange.beginning(key.sound()));
        if (search.wants(Registers.MOST_FOUND)) {
            search.take(List.of(key.skeleton().length < TELLING
                    ? KeyRange.word(key.skeleton())
                    : KeyRange.beginning(key.skeleton())), null);
        }
        if (search.wants(ENOUGH) && key.skeleton().length > 1) {
            search.take(Slips.around(key.skeleton()), null);
        }
        if (search.wants(ENOUGH) && sought.indexOf(' ') > 0) {
            // Slips in more than one word, or the surname first: whoever bears one of the words is looked at as a whole.
            search.takeWords(sought.split(" "));
        }
        return search.best();
    }

    /** One search as it goes on. */
    private final class Search {

        private final NameKey key;
        private final RecordQuery query;
        private final Within within;
        private final Map<String, Fit> fits = new LinkedHashMap<>();

        Search(NameKey key, RecordQuery query, Within within) {
            this.key = key;
            this.query = query;
            this.within = within;
        }

        boolean wants(int enough) {
            return fits.size() < enough;
        }

        void take(List<KeyRange> ranges, KeyRange sound) {
            weigh(names.find(query, within, ranges, sound, within.centresOnly(), MOST_KEYS), key.sound());
        }

        /** Records that bear one of the words are compared with all of them, in either order. */
        void takeWords(String[] words) {
            List<String> bearers = Stream.of(words)
                    .map(NameKey::of)
                    .filter(word -> word.skeleton().length > 1)
                    .flatMap(word -> names.find(query, within, nearly(word.skeleton()), null, within.centresOnly(), MOST_KEYS)
                            .stream())
                    .map(Found::recordId)
                    .distinct()
                    .toList();
            if (!bearers.isEmpty()) {
                List<String> turned = new ArrayList<>(List.of(words));
                Collections.reverse(turned);
                byte[] backwards = NameKey.of(String.join(" ", turned)).sound();
                List<Found> all = names.keys(bearers);
                weigh(all, key.sound());
                weigh(all, backwards);
            }
        }

        List<String> best() {
            return fits.values().stream()
                    .sorted(Comparator.comparingInt(Fit::rank).thenComparing(Fit::sortKey, Arrays::compareUnsigned))
                    .limit(Registers.MOST_FOUND)
                    .map(Fit::recordId)
                    .toList();
        }

        private void weigh(Collection<Found> found, byte[] typed) {
            for (Found each : found) {
                int rank = rank(typed, each.soundKey());
                Fit known = fits.get(each.recordId());
                if (rank >= 0 && (known == null || known.rank() > rank)) {
                    fits.put(each.recordId(), new Fit(each.recordId(), rank, each.sortKey()));
                }
            }
        }
    }

    /** A word and what is one slip away from it. */
    private static List<KeyRange> nearly(byte[] skeleton) {
        List<KeyRange> ranges = new ArrayList<>(Slips.around(skeleton));
        ranges.add(0, KeyRange.word(skeleton));
        return ranges;
    }

    /** 0 for the very word, 1 for its beginning, more for each slip; -1 for another name. */
    private static int rank(byte[] typed, byte[] sound) {
        boolean begins = sound.length >= typed.length && Arrays.equals(typed, 0, typed.length, sound, 0, typed.length);
        if (begins) {
            return sound.length == typed.length || sound[typed.length] == NameKey.BETWEEN ? 0 : 1;
        }
        int slips = Slips.between(typed, sound);
        return 1 - (double) slips / typed.length >= ALIKE ? 1 + slips : -1;
    }
}
