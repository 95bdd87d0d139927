package org.thun.imports.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;
import org.thun.imports.ColumnMapping;
import org.thun.imports.ColumnMapping.Origin;
import org.thun.imports.ImportField;

/** Proposes by its heading which field a column fills: by the names of the fields in both languages and other usual words. */
@Component
class HeadingGuesses {

    private static final String WORDS = "/imports/headings.properties";

    /** Shorter words stand inside too many others. */
    private static final int SHORTEST_PART = 4;

    private final Fields fields;
    private final Map<String, List<String>> words = new HashMap<>();

    HeadingGuesses(Fields fields) {
        this.fields = fields;
        Properties read = new Properties();
        try (InputStream in = HeadingGuesses.class.getResourceAsStream(WORDS)) {
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(WORDS, e);
        }
        read.forEach((key, value) -> words.put((String) key,
                Arrays.stream(((String) value).split(",")).map(HeadingGuesses::plain).toList()));
    }

    /** A proposal in which no column is used twice; fields without a likely column are left out. */
    ColumnMapping propose(List<String> headings, List<ImportField> candidates) {
        Map<String, Origin> proposal = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        take(headings, candidates, proposal, taken, String::equals);
        take(headings, candidates, proposal, taken,
                (heading, word) -> word.length() >= SHORTEST_PART && heading.contains(word));
        return new ColumnMapping(proposal);
    }

    private void take(List<String> headings, List<ImportField> candidates, Map<String, Origin> proposal, Set<String> taken,
            BiPredicate<String, String> fits) {
        for (ImportField field : candidates) {
            if (proposal.containsKey(field.key())) {
                continue;
            }
            Set<String> known = known(field);
            headings.stream()
                    .filter(heading -> !taken.contains(heading))
                    .filter(heading -> known.stream().anyMatch(word -> fits.test(plain(heading), word)))
                    .findFirst()
                    .ifPresent(heading -> {
                        taken.add(heading);
                        proposal.put(field.key(), Origin.column(heading));
                    });
        }
    }

    private Set<String> known(ImportField field) {
        Set<String> known = new HashSet<>(words.getOrDefault(field.key(), List.of()));
        known.add(plain(field.key()));
        known.add(plain(fields.label(field, Locale.forLanguageTag("th"))));
        known.add(plain(fields.label(field, Locale.ENGLISH)));
        return known;
    }

    /** Letters and digits only: headings differ in blanks, brackets and stars. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    }
}
