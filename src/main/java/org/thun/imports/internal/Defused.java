package org.thun.imports.internal;

/**
 * Cells that a spreadsheet would take for a formula, made plain text by an apostrophe in front, and made themselves again
 * when such a file comes back.
 */
final class Defused {

    private static final String LIVE = "=+-@\t\r\n";

    private Defused() {}

    static String cell(String text) {
        return live(text) ? "'" + text : text;
    }

    static String undo(String text) {
        return text.startsWith("'") && live(text) ? text.substring(1) : text;
    }

    /** Whether a formula begins behind any apostrophes; those are counted in, or they could not be told from ours. */
    private static boolean live(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && LIVE.indexOf(text.charAt(first)) >= 0;
    }
}
