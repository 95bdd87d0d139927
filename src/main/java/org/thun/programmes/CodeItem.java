package org.thun.programmes;

import org.thun.shared.LocalizedText;

/**
 * An entry of a code list.
 *
 * @param code what is stored
 * @param text what people read
 * @param from least value of a range ({@code 15} of the ages 15 to 24), or {@code null}
 * @param to greatest value of a range, or {@code null}
 */
public record CodeItem(String code, LocalizedText text, Integer from, Integer to) {

    /** Whether a number lies in the range; an entry without limits has none. */
    public boolean includes(int number) {
        return (from != null || to != null) && (from == null || number >= from) && (to == null || number <= to);
    }
}
