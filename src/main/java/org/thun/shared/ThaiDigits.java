package org.thun.shared;

/** Thai digits (๐–๙) and the Western ones, which people mix freely when they type (BR-40). */
public final class ThaiDigits {

    private static final char THAI_ZERO = '๐';

    private ThaiDigits() {}

    public static String toWestern(String text) {
        return shift(text, THAI_ZERO, '0');
    }

    public static String toThai(String text) {
        return shift(text, '0', THAI_ZERO);
    }

    private static String shift(String text, char fromZero, char toZero) {
        StringBuilder out = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            out.append(c >= fromZero && c <= fromZero + 9 ? (char) (c - fromZero + toZero) : c);
        }
        return out.toString();
    }
}
