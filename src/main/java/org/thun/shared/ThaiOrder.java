package org.thun.shared;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/** The order of a Thai dictionary: leading vowels (เ แ โ ใ ไ) sort after their consonant, not by code point. */
public final class ThaiOrder {

    private static final Collator COLLATOR = Collator.getInstance(Locale.forLanguageTag("th"));

    private ThaiOrder() {}

    /** Orders by a Thai text. */
    public static <T> Comparator<T> by(Function<? super T, String> text) {
        Collator collator = (Collator) COLLATOR.clone(); // a collator serves one thread at a time
        return (a, b) -> collator.compare(text.apply(a), text.apply(b));
    }
}
