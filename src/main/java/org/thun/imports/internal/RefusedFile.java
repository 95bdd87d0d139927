package org.thun.imports.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thun.imports.ImportField;
import org.thun.imports.Imports.Format;
import org.thun.imports.RowKind;
import org.thun.imports.internal.ImportMapper.PartRow;
import org.thun.imports.internal.ImportMapper.TaleRow;
import org.thun.shared.Problem;
import org.thun.web.Formats;

/** The refused rows of a file as a file of the same columns, with what to do behind each: to be corrected and sent again. */
@Component
class RefusedFile {

    private static final int ROWS = 500;
    private static final String ROW_KEY = "imports.refused.row";
    private static final String WHAT_KEY = "imports.refused.what";

    private final ImportMapper imports;
    private final PartSeal seal;
    private final ImportRules rules;
    private final ProblemTexts problemTexts;
    private final Formats formats;
    private final MessageSource messages;

    RefusedFile(ImportMapper imports, PartSeal seal, ImportRules rules, ProblemTexts problemTexts, Formats formats,
            MessageSource messages) {
        this.imports = imports;
        this.seal = seal;
        this.rules = rules;
        this.problemTexts = problemTexts;
        this.formats = formats;
        this.messages = messages;
    }

    /** Takes a line of the file. */
    private interface Lines {
        void write(List<String> cells) throws IOException;
    }

    void write(ImportFileRow file, Format format, OutputStream out) throws IOException {
        if (format == Format.CSV) {
            // Spreadsheets know by the mark that it is UTF-8.
            out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvWriter csv = CsvWriter.builder().build(text);
            write(file, csv::writeRecord);
            csv.flush();
            text.flush();
        } else {
            // The workbook closes what it writes to; the response is not its to close.
            try (Workbook book = new Workbook(new Unclosed(out), "Thun", "1.0")) {
                Worksheet sheet = book.newWorksheet(formats.message("imports.refused.sheet"));
                int[] line = {0};
                write(file, cells -> {
                    for (int i = 0; i < cells.size(); i++) {
                        sheet.value(line[0], i, cells.get(i));
                    }
                    line[0]++;
                    if (line[0] % ROWS == 0) {
                        sheet.flush();
                    }
                });
                sheet.freezePane(0, 1);
            }
        }
    }

    private void write(ImportFileRow file, Lines lines) throws IOException {
        List<String> headings = rules.headings(file);
        Set<String> ours = Set.of(Locale.ENGLISH, Locale.forLanguageTag("th")).stream()
                .flatMap(locale -> List.of(messages.getMessage(ROW_KEY, null, locale),
                        messages.getMessage(WHAT_KEY, null, locale)).stream())
                .collect(Collectors.toSet());
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            // A file that has been here before brings these two columns along.
            if (!ours.contains(headings.get(i))) {
                kept.add(i);
            }
        }
        List<String> head = new ArrayList<>(kept.stream().map(headings::get).map(Defused::cell).toList());
        head.add(formats.message(ROW_KEY));
        head.add(formats.message(WHAT_KEY));
        lines.write(head);
        Map<String, ImportField> fields = Fields.byKey(rules.fields(file));
        Map<Integer, RawRow> part = new HashMap<>();
        int after = 0;
        List<TaleRow> tales = imports.rows(file.id(), RowKind.REFUSED, after, ROWS);
        while (!tales.isEmpty()) {
            for (TaleRow tale : tales) {
                RawRow row = row(file.id(), tale.rowNo(), part);
                List<String> line = new ArrayList<>(kept.stream().map(row.cells()::get).map(Defused::cell).toList());
                line.add(String.valueOf(tale.rowNo()));
                line.add(Defused.cell(problemTexts.read(tale.problems()).stream()
                        .map(problem -> text(problem, fields))
                        .collect(Collectors.joining("; "))));
                lines.write(line);
                after = tale.rowNo();
            }
            tales = imports.rows(file.id(), RowKind.REFUSED, after, ROWS);
        }
    }

    private RawRow row(String importId, int rowNo, Map<Integer, RawRow> part) {
        if (!part.containsKey(rowNo)) {
            part.clear();
            PartRow kept = imports.partWith(importId, rowNo).orElseThrow();
            seal.read(kept).forEach(row -> part.put(row.number(), row));
        }
        return part.get(rowNo);
    }

    private String text(Problem problem, Map<String, ImportField> fields) {
        ImportField field = fields.get(problem.field());
        String words = formats.problem(problem);
        return field == null
                ? words
                : rules.label(field).in(LocaleContextHolder.getLocale()) + ": " + words;
    }

    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
