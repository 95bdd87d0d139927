package org.thun.imports.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The first visible sheet of a workbook, row by row. Formulas are never calculated: what counts is the value the spreadsheet
 * saved with them. A file that would unpack to many times its size is refused before anything of it is parsed.
 */
final class XlsxTable {

    private static final int MOST_ENTRIES = 2_000;

    /** Sheets of the same few words pack well, some forty times; a bomb packs a thousand times. */
    private static final int MOST_TIMES = 120;

    private static final long ALWAYS_FINE = 64L * 1024 * 1024;
    private static final long MOST_BYTES = 2L * 1024 * 1024 * 1024;

    /** The texts of all cells are held in memory while the sheet is read. */
    private static final long MOST_TEXT_BYTES = 160L * 1024 * 1024;

    private XlsxTable() {}

    static void read(Path file, RowSink sink) throws IOException, Unreadable {
        defuse(file);
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            Sheet sheet = book.getSheets()
                    .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseThrow(() -> new Unreadable("imports.problem.file.empty"));
            List<String> headings = null;
            try (Stream<Row> rows = sheet.openStream()) {
                for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                    Row row = each.next();
                    List<String> cells = cells(row);
                    if (headings == null) {
                        headings = TableFile.headings(cells);
                        sink.headings(headings);
                    } else {
                        RawRow raw = row(row.getRowNum(), cells, headings.size());
                        if (!raw.isBlank()) {
                            sink.row(raw);
                        }
                    }
                }
            }
            if (headings == null) {
                throw new Unreadable("imports.problem.file.empty");
            }
        } catch (ExcelReaderException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException
                | NullPointerException e) {
            // The parser meets whatever a program has written; how it stumbles tells the sender nothing.
            throw new Unreadable("imports.problem.file.damaged");
        }
    }

    private static RawRow row(int number, List<String> cells, int width) {
        List<String> kept = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            kept.add(i < cells.size() ? cells.get(i) : "");
        }
        boolean more = cells.stream().skip(width).anyMatch(cell -> !cell.isBlank());
        boolean unreadable = kept.stream().anyMatch(cell -> cell.indexOf(ThaiTextReader.UNREADABLE) >= 0);
        return new RawRow(number, unreadable ? RawRow.Fault.ENCODING : more ? RawRow.Fault.LONG : null, kept);
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
            cells.add(cell == null ? "" : TableFile.cut(text(cell)));
            if (cells.size() > TableFile.MOST_COLUMNS * 2) {
                break;
            }
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.ERROR) {
            return "#";
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return number(cell, number);
        }
        if (cell.getType() == CellType.FORMULA && cell.getRawValue() != null && numeric(cell.getRawValue())) {
            return number(cell, new BigDecimal(cell.getRawValue()));
        }
        String raw = cell.getType() == CellType.STRING || cell.getValue() instanceof String
                ? String.valueOf(cell.getValue())
                : cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private static String number(Cell cell, BigDecimal number) {
        if (isDate(cell.getDataFormatId(), cell.getDataFormatString())) {
            try {
                return cell.asDate().toLocalDate().toString();
            } catch (DateTimeException | ExcelReaderException e) {
                return number.toPlainString();
            }
        }
        return number.stripTrailingZeros().toPlainString();
    }

    private static boolean numeric(String raw) {
        return raw.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");
    }

    /** The formats 14 to 22 and 45 to 47 are days by the standard, 27 to 36 and 50 to 81 in Asian versions; others by letters. */
    private static boolean isDate(Integer id, String format) {
        if (id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 50 && id <= 81)) {
            return true;
        }
        if (format == null || format.equalsIgnoreCase("general")) {
            return false;
        }
        String letters = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return letters.matches("(?i).*(y|b{2,4}|d{1,4}|ว|ด{1,4}|ป{2,4}).*") && !letters.contains("0");
    }

    /** Unpacks everything once, counting: what the file says of its own sizes may be a lie. */
    private static void defuse(Path file) throws IOException, Unreadable {
        long limit = Math.min(MOST_BYTES, Math.max(ALWAYS_FINE, Files.size(file) * MOST_TIMES));
        long total = 0;
        boolean workbook = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new Unreadable("imports.problem.file.bomb");
            }
            byte[] buffer = new byte[1 << 16];
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                workbook |= name.equals("xl/workbook.xml");
                long texts = 0;
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        total += read;
                        texts += name.endsWith("sharedStrings.xml") ? read : 0;
                        if (total > limit || texts > MOST_TEXT_BYTES) {
                            throw new Unreadable("imports.problem.file.bomb");
                        }
                    }
                }
            }
        } catch (ZipException | EOFException e) {
            throw new Unreadable("imports.problem.file.damaged");
        }
        if (!workbook) {
            throw new Unreadable("imports.problem.file.notWorkbook");
        }
    }
}
