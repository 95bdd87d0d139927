package org.thun.imports;

import java.util.List;
import org.thun.shared.Problem;

/**
 * A row of a file.
 *
 * @param number its number as a spreadsheet shows it, the headings being row 1
 * @param kind what it is to the registers
 * @param cells what stands in it, in the order of the headings
 * @param problems why it is refused; empty if it is not. Fields are keys of {@link ImportField}
 */
public record ImportRow(int number, RowKind kind, List<String> cells, List<Problem> problems) {

    public ImportRow {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }
}
