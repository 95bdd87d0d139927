package org.thun.registry.internal;

import java.util.Arrays;

/**
 * Keys between two bounds.
 *
 * @param from the first
 * @param to the first that is not among them any more
 */
record KeyRange(byte[] from, byte[] to) {

    private static final byte AFTER_EVERY_LETTER = (byte) 0xFF;

    /** All keys that begin so. */
    static KeyRange beginning(byte[] start) {
        return new KeyRange(start, with(start, AFTER_EVERY_LETTER));
    }

    /** Keys whose words are these, whatever words follow. */
    static KeyRange word(byte[] word) {
        return new KeyRange(word, with(word, (byte) (NameKey.BETWEEN + 1)));
    }

    private static byte[] with(byte[] start, byte last) {
        byte[] end = Arrays.copyOf(start, start.length + 1);
        end[start.length] = last;
        return end;
    }
}
