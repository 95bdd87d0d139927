package org.thun.imports.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a file of whatever kind row by row. */
final class TableFile {

    /** As many characters as a cell of a spreadsheet holds; what is longer is cut, and too long for any field anyway. */
    static final int LONGEST_CELL = 32_767;

    static final int MOST_COLUMNS = 200;

    private static final int MAGIC_BYTES = 8;

    private TableFile() {}

    /**
     * What a file turned out to be.
     *
     * @param format {@code CSV} or {@code XLSX}
     * @param encoding how its text is written, or {@code null} for a workbook
     */
    record Kind(String format, String encoding) {}

    static Kind read(Path file, RowSink sink) throws IOException, Unreadable {
        byte[] magic = magic(file);
        if (magic.length == 0) {
            throw new Unreadable("imports.problem.file.empty");
        }
        if (starts(magic, 'P', 'K', 3, 4)) {
            XlsxTable.read(file, sink);
            return new Kind("XLSX", null);
        }
        if (starts(magic, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Unreadable("imports.problem.file.xls");
        }
        return new Kind("CSV", CsvTable.read(file, sink));
    }

    /**
     * Headings as they can be chosen from: blanks tidied, empty ones numbered, twins told apart.
     *
     * @throws Unreadable if there are none, or too many
     */
    static List<String> headings(List<String> cells) throws Unreadable {
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isBlank()) {
            last--;
        }
        if (last == 0) {
            throw new Unreadable("imports.problem.file.noHeadings");
        }
        if (last > MOST_COLUMNS) {
            throw new Unreadable("imports.problem.file.columns", last, MOST_COLUMNS);
        }
        List<String> headings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < last; i++) {
            String tidy = tidy(cells.get(i));
            String name = tidy.isEmpty() ? "#" + (i + 1) : tidy.length() > 100 ? tidy.substring(0, 100) : tidy;
            String unique = name;
            for (int twin = 2; !seen.add(unique); twin++) {
                unique = name + " (" + twin + ")";
            }
            headings.add(unique);
        }
        return headings;
    }

    /** A text without control and format characters, blanks at its ends and doubled blanks. */
    static String tidy(String text) {
        return isTidy(text)
                ? text
                : text.replaceAll("\\p{Cf}", "").replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
    }

    /** As nearly every cell is; finding that out costs a fraction of tidying. */
    private static boolean isTidy(String text) {
        boolean blankBefore = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c > ' ' && c < '\u007F' || c >= '\u0E01' && c <= '\u0E5B';
            if (!plain && c != ' ' || c == ' ' && blankBefore) {
                return false;
            }
            blankBefore = c == ' ';
        }
        return text.isEmpty() || !blankBefore;
    }

    static String cut(String cell) {
        return cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell;
    }

    private static byte[] magic(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAGIC_BYTES);
        }
    }

    private static boolean starts(byte[] bytes, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
