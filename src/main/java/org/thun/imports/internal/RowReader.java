package org.thun.imports.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.thun.imports.ColumnMapping;
import org.thun.imports.ColumnMapping.Origin;
import org.thun.imports.ImportField;
import org.thun.imports.ImportField.Kind;
import org.thun.programmes.CodeItem;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.BulkEntry.Lot;
import org.thun.registry.CitizenNumber;
import org.thun.registry.HeldRole;
import org.thun.registry.LawfulGround;
import org.thun.registry.RecordFacts;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDates;
import org.thun.shared.ThaiDigits;

/** Reads rows by the meaning of their columns. Built once for a file; not for several threads. */
final class RowReader {

    private static final Set<String> YES =
            Set.of("yes", "y", "true", "t", "1", "x", "✓", "✔", "ใช่", "แจ้งแล้ว", "แจ้ง", "มี", "จริง", "ได้แจ้งแล้ว");
    private static final Set<String> NO =
            Set.of("no", "n", "false", "f", "0", "ไม่", "ไม่ใช่", "ไม่ได้แจ้ง", "ยังไม่แจ้ง", "ไม่มี", "เท็จ");

    /** What people type where there is nothing to say. */
    private static final Set<String> NOTHING = Set.of("-", "–", "—", ".", "n/a", "null", "#n/a", "ไม่ระบุ", "ไม่ทราบ");

    private static final String DETAIL = "detail.";
    private static final String CITIZEN_NUMBER = "citizenNumber";
    private static final Pattern TIME = Pattern.compile("[ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z?$");
    private static final Pattern SEVERAL = Pattern.compile("[,;|/\\n、]+");

    private final Lot lot;
    private final String sourceId;
    private final List<Column> columns = new ArrayList<>();

    /**
     * Where a field's value stands, and how it is read.
     *
     * @param codes codes by the texts that stand for them; also remembers texts met before
     */
    private record Column(ImportField field, int index, String everywhere, Map<String, String> codes) {

        private static final int MOST_REMEMBERED = 2_000;

        /** The code a text stands for, or {@code null}. */
        String code(String text) {
            String known = codes.get(text);
            if (known != null) {
                return known;
            }
            String code = codes.get(plain(text));
            if (code != null && codes.size() < MOST_REMEMBERED) {
                codes.put(text, code);
            }
            return code;
        }
    }

    RowReader(Lot lot, String sourceId, List<String> headings, List<ImportField> fields, ColumnMapping mapping) {
        this.lot = lot;
        this.sourceId = sourceId;
        for (ImportField field : fields) {
            Origin origin = mapping.of(field.key());
            if (origin != null) {
                columns.add(new Column(field, headings.indexOf(origin.column()), origin.value(), codes(field.items())));
            }
        }
    }

    SourceRow read(RawRow raw) {
        Values values = new Values();
        List<Problem> problems = new ArrayList<>();
        StringBuilder said = new StringBuilder(200);
        for (Column column : columns) {
            String typed = column.index() >= 0 ? raw.cells().get(column.index()) : column.everywhere();
            String text = meant(typed);
            if (text != null) {
                values.put(column, text, problems);
                if (!column.field().key().equals(ColumnMapping.SOURCE_KEY)) {
                    said.append(column.field().key()).append('=').append(hashable(column, text)).append('\n');
                }
            }
        }
        for (Column column : columns) {
            String role = column.field().key().startsWith(DETAIL) ? column.field().key().substring(DETAIL.length()) : null;
            if (role != null && column.index() >= 0 && values.texts.containsKey(DETAIL + role) && !values.roles.contains(role)) {
                problems.add(Problem.at(column.field().key(), "imports.problem.row.detail").under("BR-21"));
            }
        }
        if (raw.fault() != null) {
            // What stands in such a row may belong elsewhere; one problem says it all.
            problems = List.of(Problem.of("imports.problem.row." + raw.fault()));
        }
        RowHash digest = RowHash.of(sourceId + '\n' + said);
        String key = values.texts.get(ColumnMapping.SOURCE_KEY);
        boolean keyed = columns.stream().anyMatch(column -> column.field().key().equals(ColumnMapping.SOURCE_KEY));
        if (keyed && key == null && raw.fault() == null) {
            problems = new ArrayList<>(problems);
            problems.add(Problem.at(ColumnMapping.SOURCE_KEY, "imports.problem.row.noKey").under("BR-23"));
        }
        RowHash known = keyed
                ? key == null ? null : RowHash.of(sourceId + '\t' + ThaiDigits.toWestern(key))
                : digest;
        return new SourceRow(raw.number(), raw.fault() == null ? known : null, digest, values.facts(lot), problems);
    }

    /** What a cell means to say; {@code null} if nothing. The mark that keeps a formula from being one is taken off again. */
    private static String meant(String typed) {
        if (typed == null) {
            return null;
        }
        String text = TableFile.tidy(Defused.undo(typed));
        return text.isEmpty() || NOTHING.contains(text.toLowerCase(Locale.ROOT)) ? null : text;
    }

    /** No hash may give a citizen number away to whoever tries all there are: of it, only what is shown openly anyway. */
    private static String hashable(Column column, String text) {
        return column.field().key().equals(CITIZEN_NUMBER)
                ? CitizenNumber.read(text).map(CitizenNumber::ending).orElse("")
                : text;
    }

    private static Map<String, String> codes(List<CodeItem> items) {
        Map<String, String> codes = new HashMap<>();
        for (CodeItem item : items) {
            codes.put(plain(item.text().th()), item.code());
            if (item.text().en() != null) {
                codes.putIfAbsent(plain(item.text().en()), item.code());
            }
        }
        items.forEach(item -> codes.put(plain(item.code()), item.code()));
        return codes;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-.]+", "");
    }

    /** What a row says, field by field. */
    private static final class Values {

        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, LocalDate> days = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> roles = new ArrayList<>();
        private LawfulGround ground;
        private boolean purposeTold;

        void put(Column column, String text, List<Problem> problems) {
            String key = column.field().key();
            if (text.startsWith("=")) {
                problems.add(Problem.at(key, "imports.problem.row.formula"));
                return;
            }
            switch (column.field().kind()) {
                case TEXT -> texts.put(key, text);
                case NUMBER -> number(key, ThaiDigits.toWestern(text), problems);
                case DATE -> day(key, text, problems);
                case YEAR -> year(key, ThaiDigits.toWestern(text), problems);
                case YES_NO -> yesNo(key, text.toLowerCase(Locale.ROOT), problems);
                case CODE -> code(column, text, problems);
                case CODES -> codes(column, text, problems);
            }
        }

        RecordFacts facts(Lot lot) {
            List<HeldRole> held = roles.stream()
                    .map(role -> new HeldRole(role, texts.get(DETAIL + role)))
                    .toList();
            return new RecordFacts(null, lot.register(), lot.grantId(), lot.centreCode(), texts.get("name"),
                    texts.get("surname"), texts.get("nameEn"), texts.get("district"), texts.get("subdistrict"),
                    texts.get("categoryCode"), texts.get("channelCode"), texts.get("link"), texts.get("sexCode"),
                    numbers.get("birthYear"), lot.register() == Register.PERSON ? held : List.of(),
                    numbers.get("roundNo"), days.get("datedOn"), texts.get("source"), ground, days.get("consentedOn"),
                    purposeTold, texts.get("note"), texts.get(CITIZEN_NUMBER));
        }

        private void number(String key, String text, List<Problem> problems) {
            if (text.matches("\\d{1,6}")) {
                numbers.put(key, Integer.valueOf(text));
            } else {
                problems.add(Problem.at(key, "registry.problem.number"));
            }
        }

        private void day(String key, String text, List<Problem> problems) {
            try {
                days.put(key, ThaiDates.parse(TIME.matcher(text).replaceFirst("")));
            } catch (IllegalArgumentException e) {
                problems.add(Problem.at(key, "imports.problem.row.date", shortened(text)));
            }
        }

        private void year(String key, String text, List<Problem> problems) {
            String day = text.matches("\\d{4}") ? "1/1/" + text : TIME.matcher(text).replaceFirst("");
            try {
                numbers.put(key, ThaiDates.parse(day).getYear());
            } catch (IllegalArgumentException e) {
                problems.add(Problem.at(key, "imports.problem.row.year", shortened(text)));
            }
        }

        private void yesNo(String key, String text, List<Problem> problems) {
            if (YES.contains(text)) {
                purposeTold = true;
            } else if (!NO.contains(text)) {
                problems.add(Problem.at(key, "imports.problem.row.yesNo", shortened(text)));
            }
        }

        private void code(Column column, String text, List<Problem> problems) {
            String key = column.field().key();
            String code = column.code(text);
            if (code == null) {
                problems.add(Problem.at(key, "registry.problem.code", shortened(text)));
            } else if (key.equals("ground")) {
                ground = LawfulGround.valueOf(code);
            } else {
                texts.put(key, code);
            }
        }

        private void codes(Column column, String text, List<Problem> problems) {
            String whole = column.code(text);
            for (String part : whole == null ? SEVERAL.split(text) : new String[] {whole}) {
                String code = column.code(part);
                if (code == null) {
                    problems.add(Problem.at(column.field().key(), "registry.problem.code", shortened(part.strip())));
                } else if (!roles.contains(code)) {
                    roles.add(code);
                }
            }
        }

        private static String shortened(String text) {
            return text.length() > 60 ? text.substring(0, 60) + "…" : text;
        }
    }
}
