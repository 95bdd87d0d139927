package org.thun.shared;

import java.util.Arrays;
import java.util.stream.Collectors;

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
        return Arrays.stream(cells).map(CsvText::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (!(value instanceof Number) && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
