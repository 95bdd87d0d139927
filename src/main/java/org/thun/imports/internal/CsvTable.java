package org.thun.imports.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Text with separators, as spreadsheets and data bases write it. */
final class CsvTable {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    /** Line breaks in one cell beyond which somebody has forgotten to close a quotation mark. */
    private static final int MOST_BREAKS = 60;

    private CsvTable() {}

    /** @return the name of the encoding */
    static String read(Path file, RowSink sink) throws IOException, Unreadable {
        char separator = separator(file);
        ThaiTextReader.Opened opened = ThaiTextReader.open(file);
        int number = 0;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(MOST_CHARACTERS)
                .ofCsvRecord(opened.reader())) {
            List<String> headings = null;
            for (CsvRecord record : records) {
                number++;
                if (headings == null) {
                    headings = TableFile.headings(record.getFields());
                    sink.headings(headings);
                } else {
                    RawRow row = row(number, record, headings.size());
                    if (!row.isBlank()) {
                        sink.row(row);
                    }
                }
            }
            if (headings == null) {
                throw new Unreadable("imports.problem.file.empty");
            }
        } catch (CsvParseException | UncheckedIOException | ThaiTextReader.LineTooLong e) {
            throw new Unreadable("imports.problem.file.row", number + 1);
        }
        return opened.encoding().get();
    }

    private static RawRow row(int number, CsvRecord record, int width) {
        List<String> cells = new ArrayList<>(width);
        RawRow.Fault fault = null;
        int count = record.getFieldCount();
        for (int i = 0; i < Math.max(width, count); i++) {
            String cell = i < count ? value(record.getField(i)) : "";
            if (cell.indexOf(ThaiTextReader.UNREADABLE) >= 0) {
                fault = RawRow.Fault.ENCODING;
            } else if (i >= width && !cell.isBlank()) {
                fault = RawRow.Fault.LONG;
            } else if (cell.length() > MOST_BREAKS && cell.chars().filter(c -> c == '\n').count() > MOST_BREAKS) {
                fault = RawRow.Fault.QUOTE;
            }
            if (i < width) {
                cells.add(TableFile.cut(cell));
            }
        }
        return new RawRow(number, fault == null && count < width ? RawRow.Fault.SHORT : fault, cells);
    }

    /** Spreadsheets write {@code ="0123"} for a text of digits; that is its text, not a calculation. */
    private static String value(String cell) {
        return cell.length() > 2 && cell.startsWith("=\"") && cell.endsWith("\"") && cell.indexOf('"', 2) == cell.length() - 1
                ? cell.substring(2, cell.length() - 1)
                : cell;
    }

    /** The separator that stands most often in the first line, outside of quotation marks. */
    private static char separator(Path file) throws IOException, Unreadable {
        int[] counts = new int[SEPARATORS.length];
        try (Reader reader = ThaiTextReader.open(file).reader()) {
            boolean quoted = false;
            int read = 0;
            for (int c = reader.read(); c >= 0 && read < LONGEST_HEAD && (quoted || c != '\n' && c != '\r'); c = reader.read()) {
                read++;
                quoted ^= c == '"';
                for (int i = 0; i < SEPARATORS.length && !quoted; i++) {
                    counts[i] += c == SEPARATORS[i] ? 1 : 0;
                }
            }
        } catch (ThaiTextReader.LineTooLong e) {
            throw new Unreadable("imports.problem.file.row", 1);
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS[best];
    }
}
