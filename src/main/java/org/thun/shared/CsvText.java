package org.thun.shared;

/**
 * Rows of a CSV file for spreadsheets (RFC 4180). A text never becomes a formula: one that begins like a formula is put
 * behind an apostrophe, which spreadsheets show as text.
 */
public final class CsvText {

    /** Tells spreadsheets that the file is UTF-8; the first thing in it. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvText() {}

    /** One row with its end; {@code null} is an empty cell, numbers stay numbers. */
    public static String row(Object... cells) {
        StringBuilder row = new StringBuilder(200);
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                row.append(',');
            }
            if (cells[i] != null) {
                append(row, cells[i]);
            }
        }
        return row.append("\r\n").toString();
    }

    private static void append(StringBuilder row, Object value) {
        String text = value.toString();
        if (!(value instanceof Number) && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        if (needsQuotes(text)) {
            row.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            row.append(text);
        }
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}
