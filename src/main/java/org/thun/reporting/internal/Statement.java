package org.thun.reporting.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A document as rows, before it is set on pages or in a sheet. Cells are text, {@code Money}, numbers or {@code null} for
 * what is not known; a workbook keeps numbers as numbers.
 *
 * @param heading what it is
 * @param subtitle of which grant
 * @param mark what stands in the corner, or {@code null}
 * @param footer date, version and making
 * @param fileName name of the file without its ending
 * @param rows the rows
 */
record Statement(String heading, String subtitle, String mark, String footer, String fileName, List<Row> rows) {

    /** Kinds of rows; the templates have a band for each. */
    enum Kind {
        HEADING,
        TEXT,
        FACT,
        HEAD_TWO,
        ROW_TWO,
        TOTAL_TWO,
        HEAD_FIVE,
        ROW_FIVE,
        TOTAL_FIVE,
        HEAD_WORK,
        ROW_WORK,
        HEAD_LIST,
        ROW_LIST,
        SIGN
    }

    /** A row: its kind and up to five cells. */
    record Row(Kind kind, List<Object> cells) {

        static Row of(Kind kind, Object... cells) {
            return new Row(kind, new ArrayList<>(Arrays.asList(cells)));
        }
    }
}
