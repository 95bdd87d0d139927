package org.thun.registry.internal;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** Thai names as they are kept and put in order. */
final class ThaiText {

    private static final Collator DICTIONARY = Collator.getInstance(Locale.forLanguageTag("th"));
    private static final int LONGEST_KEY = 255;

    private ThaiText() {}

    /**
     * The text without what nobody meant to type: control characters, doubled blanks, sara am in two parts. Nothing left
     * is {@code null}.
     */
    static String clean(String text) {
        if (text == null || isClean(text)) {
            return text;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\u0E4D\u0E32", "\u0E33")
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[\\p{Cc}\\p{Z}]+", " ")
                .strip();
        return plain.isEmpty() ? null : plain;
    }

    /** Whether there is nothing to do, as with nearly every text; costs a fraction of doing it. */
    private static boolean isClean(String text) {
        boolean blankBefore = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ';
            boolean plain = c > ' ' && c < '\u007F' || c >= '\u0E01' && c <= '\u0E5B' && c != '\u0E4D';
            if (!plain && !blank || blank && blankBefore) {
                return false;
            }
            blankBefore = blank;
        }
        return !blankBefore && Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    /**
     * Bytes whose order is that of a Thai dictionary (leading vowels after their consonant), whatever the collation of the
     * database.
     */
    static byte[] sortKey(String name) {
        byte[] key = ((Collator) DICTIONARY.clone()).getCollationKey(name).toByteArray();
        return key.length <= LONGEST_KEY ? key : Arrays.copyOf(key, LONGEST_KEY);
    }
}
