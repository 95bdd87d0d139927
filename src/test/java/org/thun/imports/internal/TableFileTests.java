package org.thun.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTests {

    private static final String TEXT = "ชื่อ,นามสกุล\nมานี,ใจดี\nปิติ,\"รัก,ไทย\"\n";

    @TempDir
    private Path folder;

    /** What was read. */
    private record Table(TableFile.Kind kind, List<String> headings, List<RawRow> rows) {

        List<String> cells(int row) {
            return rows.get(row).cells();
        }
    }

    private Table read(byte[] bytes) throws IOException, Unreadable {
        Path file = Files.write(folder.resolve("table"), bytes);
        List<String> headings = new ArrayList<>();
        List<RawRow> rows = new ArrayList<>();
        TableFile.Kind kind = TableFile.read(file, new RowSink() {
            @Override
            public void headings(List<String> read) {
                headings.addAll(read);
            }

            @Override
            public void row(RawRow row) {
                rows.add(row);
            }
        });
        return new Table(kind, headings, rows);
    }

    private String refusal(byte[] bytes) {
        return catchThrowableOfType(Unreadable.class, () -> read(bytes)).problem().messageKey();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "x-windows-874", "TIS-620"})
    void readsThaiInEveryEncodingOfAnOffice(String encoding) throws Exception {
        Table table = read(TEXT.getBytes(Charset.forName(encoding)));
        assertThat(table.headings()).containsExactly("ชื่อ", "นามสกุล");
        assertThat(table.rows()).extracting(RawRow::cells).containsExactly(List.of("มานี", "ใจดี"), List.of("ปิติ", "รัก,ไทย"));
        assertThat(table.kind().encoding()).isEqualTo(encoding.startsWith("UTF-16") ? "UTF-16"
                : encoding.equals("UTF-8") ? "UTF-8" : "Windows-874");
    }

    @Test
    void readsUtf8WithItsMark() throws Exception {
        Table table = read(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8));
        assertThat(table.headings()).containsExactly("ชื่อ", "นามสกุล");
    }

    @Test
    void readsEachLineOfAGluedFileInItsOwnEncoding() throws Exception {
        ByteArrayOutputStream glued = new ByteArrayOutputStream();
        glued.write("ชื่อ,นามสกุล\nมานี,ใจดี\n".getBytes(StandardCharsets.UTF_8));
        glued.write("ปิติ,รักไทย\nยก,ร้อง\n".getBytes(Charset.forName("x-windows-874")));
        glued.write("ชูใจ,มาดี\n".getBytes(StandardCharsets.UTF_8));
        Table table = read(glued.toByteArray());
        assertThat(table.rows()).extracting(row -> row.cells().get(0)).containsExactly("มานี", "ปิติ", "ยก", "ชูใจ");
        assertThat(table.kind().encoding()).isEqualTo("UTF-8 + Windows-874");
    }

    @Test
    void namesTheRowWhoseBytesAreNoText() throws Exception {
        ByteArrayOutputStream broken = new ByteArrayOutputStream();
        broken.write("ชื่อ,นามสกุล\nมานี,ใจดี\n".getBytes(StandardCharsets.UTF_8));
        broken.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 'x', ',', (byte) 0xDC, '\n'});
        Table table = read(broken.toByteArray());
        assertThat(table.rows().get(0).fault()).isNull();
        assertThat(table.rows().get(1).fault()).isEqualTo(RawRow.Fault.ENCODING);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheSeparator(String separator) throws Exception {
        Table table = read(("\"a, b\"" + separator + "ข\n1" + separator + "2\n").getBytes(StandardCharsets.UTF_8));
        assertThat(table.headings()).containsExactly("a, b", "ข");
        assertThat(table.cells(0)).containsExactly("1", "2");
    }

    @Test
    void namesRowsWithTooFewOrTooManyCells() throws Exception {
        Table table = read("a,b,c\n1,2,3\n1,2\n1,2,3,\n1,2,3,4\n1,2,3\n1,".getBytes(StandardCharsets.UTF_8));
        assertThat(table.rows()).extracting(RawRow::fault).containsExactly(null, RawRow.Fault.SHORT, null,
                RawRow.Fault.LONG, null, RawRow.Fault.SHORT);
        assertThat(table.rows()).extracting(RawRow::number).containsExactly(2, 3, 4, 5, 6, 7);
    }

    @Test
    void namesTheRowWhoseQuotationMarkSwallowsTheRest() throws Exception {
        String rest = "1,2\n".repeat(200);
        Table table = read(("a,b\n1,2\n\"1,2\n" + rest).getBytes(StandardCharsets.UTF_8));
        assertThat(table.rows().get(0).fault()).isNull();
        assertThat(table.rows().get(1).fault()).isEqualTo(RawRow.Fault.QUOTE);
        assertThat(table.rows().get(1).number()).isEqualTo(3);
    }

    @Test
    void tellsHeadingsApart() throws Exception {
        Table table = read(" ชื่อ ,ชื่อ,,\n1,2,3,\n".getBytes(StandardCharsets.UTF_8));
        assertThat(table.headings()).containsExactly("ชื่อ", "ชื่อ (2)");
        assertThat(table.rows().get(0).fault()).isEqualTo(RawRow.Fault.LONG);
    }

    @Test
    void takesDigitsThatASpreadsheetProtectsForWhatTheyAre() throws Exception {
        assertThat(read("a,b\n\"=\"\"0123\"\"\",=1+1\n".getBytes(StandardCharsets.UTF_8)).cells(0))
                .containsExactly("0123", "=1+1");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThat(refusal(new byte[0])).isEqualTo("imports.problem.file.empty");
        assertThat(refusal("\n\n\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("imports.problem.file.noHeadings");
        assertThat(refusal(bytes(0xD0, 0xCF, 0x11, 0xE0, 0, 0))).isEqualTo("imports.problem.file.xls");
        byte[] picture = new byte[4000];
        new Random(1).nextBytes(picture);
        assertThat(refusal(picture)).isEqualTo("imports.problem.file.binary");
        assertThat(refusal(("a,b\n" + "x".repeat(5_000_000)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("imports.problem.file.row");
        assertThat(refusal("a,".repeat(300).getBytes(StandardCharsets.UTF_8))).isEqualTo("imports.problem.file.columns");
    }

    @Test
    void readsAWorkbookRowByRow() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet hidden = book.newWorksheet("ซ่อน");
            hidden.value(0, 0, "ไม่ใช่แผ่นนี้");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            Worksheet sheet = book.newWorksheet("ข้อมูล");
            String[] headings = {"ชื่อ", "วันที่", "เลข", "ยาว", "สูตร", "จริง"};
            for (int i = 0; i < headings.length; i++) {
                sheet.value(0, i, headings[i]);
            }
            sheet.value(2, 0, "มานี");
            sheet.value(2, 1, LocalDate.of(2016, 7, 15));
            sheet.style(2, 1).format("dd/mm/yyyy").set();
            sheet.value(2, 2, 1.5);
            sheet.value(2, 3, 1234567890121L);
            sheet.formula(2, 4, "1+1");
            sheet.value(2, 5, true);
        }
        Table table = read(out.toByteArray());
        assertThat(table.kind().format()).isEqualTo("XLSX");
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).number()).isEqualTo(3);
        assertThat(table.cells(0).subList(0, 4)).containsExactly("มานี", "2016-07-15", "1.5", "1234567890121");
        // A formula that was never calculated has no value, and is not calculated here.
        assertThat(table.cells(0).get(4)).isIn("", "0");
    }

    @Test
    void refusesAWorkbookCutInHalf() throws Exception {
        byte[] whole = ImportTest.workbook("ชื่อ,นามสกุล", "มานี,ใจดี");
        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("imports.problem.file.damaged");
        byte[] scratched = whole.clone();
        Arrays.fill(scratched, whole.length / 3, whole.length / 3 + 200, (byte) 0);
        assertThat(refusal(scratched)).startsWith("imports.problem.file.");
    }

    @Test
    void refusesABomb() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        assertThat(out.size()).isLessThan(1 << 20);
        assertThat(refusal(out.toByteArray())).isEqualTo("imports.problem.file.bomb");
    }

    @Test
    void refusesPackedFilesThatAreNoWorkbook() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write(1);
        }
        assertThat(refusal(out.toByteArray())).isEqualTo("imports.problem.file.notWorkbook");
    }

    @Test
    void keepsAPartAsItWas() {
        List<RawRow> rows = List.of(new RawRow(2, null, List.of("มานี", "", "a\"b\nc")),
                new RawRow(7, RawRow.Fault.LONG, List.of("x", "y", "z")));
        assertThat(PartCodec.read(PartCodec.write(rows))).isEqualTo(rows);
    }

    @Test
    void sealsPartsWithTheKeyOfIdentities() {
        byte[] plain = PartCodec.write(List.of(new RawRow(2, null, List.of("มานี"))));
        String key = "one:01234567890123456789012345678901";
        byte[] sealed = new PartSeal(key, List.of()).seal(plain);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(new String(plain, StandardCharsets.ISO_8859_1));
        assertThat(new PartSeal("two:98765432109876543210987654321098", List.of(key)).open(sealed)).isEqualTo(plain);
        PartSeal without = new PartSeal("", List.of());
        assertThat(without.open(without.seal(plain))).isEqualTo(plain);
        assertThatThrownBy(() -> without.open(sealed)).hasMessageContaining("THUN_IDENTITY_FORMER_KEYS");
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
