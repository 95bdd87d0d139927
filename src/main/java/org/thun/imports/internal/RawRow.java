package org.thun.imports.internal;

import java.util.List;

/**
 * A row as it stands in a file.
 *
 * @param number its number as a spreadsheet shows it, the headings being row 1
 * @param fault what is wrong with it as a row, whatever its columns mean, or {@code null}
 * @param cells what stands in it, as many as there are headings
 */
record RawRow(int number, Fault fault, List<String> cells) {

    /** What can be wrong with a row of a file before anybody knows what its columns mean. */
    enum Fault {
        /** Fewer cells than headings: cut off. */
        SHORT,
        /** More cells than headings: a separator inside a text. */
        LONG,
        /** Bytes that are no text in any of the encodings. */
        ENCODING,
        /** A quotation mark that was never closed has swallowed the lines below. */
        QUOTE
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
