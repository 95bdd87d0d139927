package org.thun.imports.internal;

/**
 * Cells that a spreadsheet would take for a formula, made plain text by an apostrophe in front, and made themselves again
 * when such a file comes back.
 */
final class Defused {

    private static final String LIVE = "=+-@\t\r\n";

    private Defused() {}

    static String cell(String text) {
        return live(text) || text.startsWith("'") && live(text.substring(1)) ? "'" + text : text;
    }

    static String undo(String text) {
        return text.startsWith("'") && (live(text.substring(1)) || text.startsWith("''") && live(text.substring(2)))
                ? text.substring(1)
                : text;
    }

    private static boolean live(String text) {
        return !text.isEmpty() && LIVE.indexOf(text.charAt(0)) >= 0;
    }
}
