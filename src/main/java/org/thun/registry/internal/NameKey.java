package org.thun.registry.internal;

import java.nio.charset.Charset;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thun.programmes.IndicatorSource.Register;

/**
 * A key under which a record is found by its name (docs/adr/0014): what is heard of it at first, and all of it. A record has
 * one for each word at which somebody may begin to type: a person for the whole name and the surname, everything else for each
 * word of its name.
 *
 * @param skeleton the consonants, those of the words of a person's name apart
 * @param sound the name folded ({@link NameFold}), the words of a person's name apart
 */
record NameKey(byte[] skeleton, byte[] sound) {

    /** Between the words of a person's name; sorts before every letter. */
    static final byte BETWEEN = ' ';

    private static final int LONGEST_SKELETON = 40;
    private static final int LONGEST_SOUND = 60;
    private static final int MOST_WORDS = 8;

    /** One byte for each Thai letter, and those of ASCII as they are. */
    private static final Charset THAI = Charset.forName("TIS-620");

    private static final Locale LANGUAGE = Locale.forLanguageTag("th");

    /** Vowels, and the letters that romanised Thai has for breath only. */
    private static final String UNHEARD = "[ะ-ฺเ-ๅaeiouhy]";

    /** Latin letters of one sound, position by position. */
    private static final String WRITTEN = "vjgqzl";
    private static final String READ = "wckksr";

    private static final String TWICE = "([^\\d ])\\1+";

    /** The keys of a record, in the order of the words; none if it has no name. */
    static List<NameKey> of(RecordRow row) {
        return row.nameless() ? List.of() : of(row.registerCode(), row.name(), row.surname(), row.nameEn());
    }

    static List<NameKey> of(Register register, String name, String surname, String nameEn) {
        boolean person = RecordRules.personal(register);
        Stream<String> thai = name == null ? Stream.of() : person ? person(name, surname) : words(name);
        Stream<String> latin = nameEn == null ? Stream.of() : person ? romanised(nameEn) : words(nameEn);
        Map<String, NameKey> keys = new LinkedHashMap<>();
        Stream.concat(thai, latin).filter(sound -> !sound.isEmpty()).forEach(sound -> keys.putIfAbsent(sound, of(sound)));
        return List.copyOf(keys.values());
    }

    /** What somebody types to find a record; empty if nothing of it can be heard. */
    static String sought(Register register, String text) {
        return RecordRules.personal(register)
                ? Arrays.stream(NameFold.withoutTitle(text).split("\\s+"))
                        .map(NameFold::fold)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" "))
                : NameFold.fold(text);
    }

    /** The key of a folded name. */
    static NameKey of(String sound) {
        String skeleton = Arrays.stream(sound.split(" ")).map(NameKey::consonants).collect(Collectors.joining(" "));
        return new NameKey(bytes(skeleton, LONGEST_SKELETON), bytes(sound, LONGEST_SOUND));
    }

    private static Stream<String> person(String name, String surname) {
        String first = NameFold.first(name);
        String last = NameFold.fold(surname);
        return last.isEmpty() ? Stream.of(first) : Stream.of((first + " " + last).strip(), last);
    }

    private static Stream<String> romanised(String nameEn) {
        String plain = NameFold.withoutTitle(nameEn);
        int blank = plain.indexOf(' ');
        return blank < 0 ? Stream.of(NameFold.fold(plain)) : person(plain.substring(0, blank), plain.substring(blank));
    }

    /** The name from each of its first words on; Thai is written without blanks, so the words are those of a dictionary. */
    private static Stream<String> words(String name) {
        BreakIterator breaks = BreakIterator.getWordInstance(LANGUAGE);
        breaks.setText(name);
        List<String> words = new ArrayList<>();
        for (int at = breaks.first(); at != BreakIterator.DONE && words.size() < MOST_WORDS; at = breaks.next()) {
            if (at < name.length() && Character.isLetterOrDigit(name.charAt(at))) {
                words.add(NameFold.fold(name.substring(at)));
            }
        }
        // A name that begins with a sign or a leading vowel of its own is still found from its beginning.
        String whole = NameFold.fold(name);
        return Stream.concat(Stream.of(whole), words.stream().filter(word -> word.length() > 1));
    }

    private static String consonants(String word) {
        String heard = word.replaceAll(UNHEARD, "");
        StringBuilder plain = new StringBuilder(heard.length());
        for (char letter : heard.toCharArray()) {
            int at = WRITTEN.indexOf(letter);
            plain.append(at < 0 ? letter : READ.charAt(at));
        }
        return plain.isEmpty() && !word.isEmpty()
                ? word.substring(0, 1)
                : plain.toString().replaceAll(TWICE, "$1");
    }

    private static byte[] bytes(String text, int longest) {
        byte[] bytes = text.getBytes(THAI);
        return bytes.length <= longest ? bytes : Arrays.copyOf(bytes, longest);
    }
}
