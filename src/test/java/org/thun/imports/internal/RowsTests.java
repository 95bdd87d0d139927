package org.thun.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thun.imports.ColumnMapping;
import org.thun.imports.ColumnMapping.Origin;
import org.thun.imports.ImportField;
import org.thun.imports.ImportField.Kind;
import org.thun.programmes.CodeItem;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.BulkEntry.Lot;
import org.thun.registry.HeldRole;
import org.thun.shared.LocalizedText;
import org.thun.shared.Problem;

/** How the cells of a row are understood. */
class RowsTests {

    private static final List<CodeItem> ROLES = List.of(item("facilitator", "วิทยากรกระบวนการ", "Process facilitator"),
            item("community_leader", "ผู้นำชุมชน", "Community leader"), item("other", "อื่น ๆ", "Other"));
    private static final List<ImportField> FIELDS = List.of(field(ColumnMapping.SOURCE_KEY, Kind.TEXT),
            field("name", Kind.TEXT), new ImportField("roles", "r", null, Kind.CODES, true, ROLES),
            new ImportField("detail.facilitator", "d", null, Kind.CODE, false, List.of(item("lessons", "การถอดบทเรียน", null))),
            field("datedOn", Kind.DATE), field("birthYear", Kind.YEAR), field("purposeTold", Kind.YES_NO),
            field("roundNo", Kind.NUMBER));
    private static final List<String> HEADINGS =
            List.of("key", "name", "roles", "detail", "date", "born", "told", "round");

    private static SourceRow read(String... cells) {
        return reader("key").read(new RawRow(2, null, Arrays.asList(Arrays.copyOf(filled(cells), HEADINGS.size()))));
    }

    private static String[] filled(String... cells) {
        String[] filled = new String[HEADINGS.size()];
        Arrays.fill(filled, "");
        System.arraycopy(cells, 0, filled, 0, cells.length);
        return filled;
    }

    private static RowReader reader(String keyColumn) {
        Map<String, Origin> fields = new HashMap<>(Map.of("name", Origin.column("name"),
                "roles", Origin.column("roles"), "detail.facilitator", Origin.column("detail"),
                "datedOn", Origin.column("date"), "birthYear", Origin.column("born"),
                "purposeTold", Origin.column("told"), "roundNo", Origin.column("round")));
        if (keyColumn != null) {
            fields.put(ColumnMapping.SOURCE_KEY, Origin.column(keyColumn));
        }
        return new RowReader(new Lot("g", "TH-50", Register.PERSON, "i"), "s", HEADINGS, FIELDS, new ColumnMapping(fields));
    }

    @ParameterizedTest
    @ValueSource(strings = {"15/7/2559", "๑๕/๗/๒๕๕๙", "2016-07-15", "15 ก.ค. 2559", "15 July 2016", "2016-07-15 00:00:00",
        "15/7/2559 13:45", "2016-07-15T00:00"})
    @DisplayName("BR-40: days in either era, either digits, with or without a time")
    void readsDays(String day) {
        assertThat(read("1", "มานี", "", "", day).facts().datedOn()).isEqualTo(LocalDate.of(2016, 7, 15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"15/7/59", "31/2/2559", "พรุ่งนี้", "2559", "45000"})
    void refusesDaysThatCouldMeanTwoThings(String day) {
        assertThat(read("1", "มานี", "", "", day).problems()).extracting(Problem::field).containsExactly("datedOn");
    }

    @ParameterizedTest
    @CsvSource({"2518,1975", "๒๕๑๘,1975", "1975,1975", "3/4/2518,1975", "1975-04-03,1975"})
    void readsYearsOfBirth(String typed, int year) {
        assertThat(read("1", "มานี", "", "", "", typed).facts().birthYear()).isEqualTo(year);
    }

    @Test
    @DisplayName("BR-21: several roles, by code or by either language")
    void readsRoles() {
        assertThat(read("1", "มานี", "Process Facilitator, ผู้นำชุมชน;facilitator", "lessons").facts().roles())
                .containsExactly(new HeldRole("facilitator", "lessons"), new HeldRole("community_leader", null));
        assertThat(read("1", "มานี", "นักบิน, ผู้นำชุมชน").problems().get(0).args()).containsExactly("นักบิน");
        assertThat(read("1", "มานี", "ผู้นำชุมชน", "lessons").problems()).extracting(Problem::field)
                .containsExactly("detail.facilitator");
    }

    @Test
    void readsYesAndNo() {
        assertThat(read("1", "", "", "", "", "", "ใช่").facts().purposeTold()).isTrue();
        assertThat(read("1", "", "", "", "", "", " NO ").facts().purposeTold()).isFalse();
        assertThat(read("1", "", "", "", "", "", "คงจะ").problems()).extracting(Problem::field).containsExactly("purposeTold");
    }

    @Test
    void takesADashForNothing() {
        SourceRow row = read("1", "-", "–", "", "", "ไม่ทราบ");
        assertThat(row.facts().name()).isNull();
        assertThat(row.facts().roles()).isEmpty();
        assertThat(row.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=SUM(A1:A9)", "'=1+1", "  =HYPERLINK(\"http://x\")"})
    void refusesFormulas(String cell) {
        assertThat(read("1", cell).problems()).extracting(Problem::messageKey)
                .containsExactly("imports.problem.row.formula");
    }

    @Test
    @DisplayName("BR-23: a row is known by its key, whatever the digits; without a key by all it says")
    void knowsRows() {
        assertThat(read("๑๒", "ก").key()).isEqualTo(read(" 12 ", "ข").key());
        assertThat(read("12", "ก").digest()).isNotEqualTo(read("12", "ข").digest());
        assertThat(read("12", "ก").digest()).isEqualTo(read("13", "ก").digest());
        assertThat(read("", "ก").problems()).extracting(Problem::field).containsExactly(ColumnMapping.SOURCE_KEY);
        RowReader keyless = reader(null);
        assertThat(keyless.read(new RawRow(2, null, List.of(filled("1", "ก")))).key())
                .isEqualTo(keyless.read(new RawRow(9, null, List.of(filled("2", "ก")))).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "''=1", "it's", "'tis", "''", "'", "", "1-2"})
    void defusesFormulasAndTakesThemBack(String cell) {
        String out = Defused.cell(cell);
        assertThat(out.isEmpty() || "=+-@\t\r\n".indexOf(out.charAt(0)) < 0).isTrue();
        assertThat(Defused.undo(out)).isEqualTo(cell);
    }

    @Test
    void remembersAMillionRows() {
        SeenRows seen = new SeenRows();
        RowHash said = new RowHash(1, 1);
        for (int i = 1; i <= 1_000_000; i++) {
            assertThat(seen.add(RowHash.of("k" + i), said, i)).isNull();
        }
        assertThat(seen.add(RowHash.of("k777777"), said, 9)).isEqualTo(new SeenRows.First(777_777, true));
        assertThat(seen.add(RowHash.of("k777777"), new RowHash(2, 1), 9)).isEqualTo(new SeenRows.First(777_777, false));
    }

    private static ImportField field(String key, Kind kind) {
        return new ImportField(key, key, null, kind, false, List.of());
    }

    private static CodeItem item(String code, String th, String en) {
        return new CodeItem(code, new LocalizedText(th, en), null, null);
    }
}
