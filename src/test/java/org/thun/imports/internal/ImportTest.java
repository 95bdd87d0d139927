package org.thun.imports.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.identity.Actor;
import org.thun.imports.ColumnMapping;
import org.thun.imports.ColumnMapping.Origin;
import org.thun.imports.ImportFile;
import org.thun.imports.Imports;
import org.thun.imports.Imports.Upload;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.RecordFilter;
import org.thun.registry.RegisterRecord;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;
import org.thun.shared.ThaiDates;
import org.thun.testing.EvidenceTest;

/** Files of people for the tests of imports. */
public abstract class ImportTest extends EvidenceTest {

    protected static final String HEADINGS = "รหัส,ชื่อ,นามสกุล,บทบาท,วันที่เก็บข้อมูล,เพศ,ปีเกิด,ตำบล,อำเภอ";
    protected static final String SOURCE = "ฐานสมาชิกเดิม";
    protected static final Charset THAI = Charset.forName("x-windows-874");

    @Autowired
    protected Imports imports;

    @Autowired
    protected ImportMachine machine;

    @Autowired
    protected JdbcTemplate jdbc;

    /** A row of the headings above. */
    protected String row(int number, String name) {
        return "M" + number + "," + name + ",ใจดี,ผู้นำชุมชน," + thaiDay() + ",หญิง,๒๕๑๘,ศรีภูมิ,เมือง";
    }

    /** Ten days ago, as people write it: 15/7/2559. */
    protected String thaiDay() {
        var day = clock.today().minusDays(10);
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + ThaiDates.buddhistYear(day);
    }

    protected String table(String... rows) {
        return HEADINGS + "\r\n" + String.join("\r\n", rows) + "\r\n";
    }

    protected String rows(int from, int to) {
        return table(IntStream.rangeClosed(from, to).mapToObj(n -> row(n, "คนที่" + n)).toArray(String[]::new));
    }

    protected Outcome<String> send(byte[] file, String name, String source, Actor actor) {
        return send(file, name, source, Register.PERSON, actor);
    }

    protected Outcome<String> send(byte[] file, String name, String source, Register register, Actor actor) {
        String centre = actor == neighbour ? LAMPHUN : CHIANG_MAI;
        return imports.upload(new Upload(Ids.next(), grant.id(), centre, register, source, name,
                new ByteArrayInputStream(file)), actor);
    }

    protected String sent(String text) {
        return sent(text, SOURCE, dataManager);
    }

    protected String sent(String text, String source, Actor actor) {
        return send(text.getBytes(StandardCharsets.UTF_8), "members.csv", source, actor).orElseThrow();
    }

    /** What the headings suggest, and for the rest what holds for every row. */
    protected ColumnMapping mapping(String id, Actor actor) {
        Imports.Layout layout = imports.layout(id, actor).orElseThrow();
        Map<String, Origin> fields = new HashMap<>(layout.mapping().fields());
        if (layout.fields().stream().anyMatch(field -> field.key().equals("ground"))) {
            fields.putIfAbsent("ground", Origin.everywhere("PUBLIC_TASK"));
            fields.putIfAbsent("purposeTold", Origin.everywhere("ใช่"));
        }
        return new ColumnMapping(fields);
    }

    protected ImportFile checked(String id, Actor actor) {
        imports.map(id, mapping(id, actor), actor).orElseThrow();
        machine.run();
        return imports.find(id, actor).orElseThrow();
    }

    protected ImportFile checked(String id) {
        return checked(id, dataManager);
    }

    protected ImportFile imported(String id, Actor actor) {
        checked(id, actor);
        imports.start(id, false, actor).orElseThrow();
        machine.run();
        return imports.find(id, actor).orElseThrow();
    }

    protected ImportFile imported(String id) {
        return imported(id, dataManager);
    }

    protected List<RegisterRecord> people() {
        return registers.list(new RecordFilter(Register.PERSON, grant.id(), null, null, null, null), officer, 1, 10_000).rows();
    }

    protected long peopleCount() {
        return registers.list(new RecordFilter(Register.PERSON, grant.id(), null, null, null, null), officer, 1, 1).total();
    }

    protected String refused(String id, Imports.Format format, Actor actor) throws IOException {
        return new String(refusedBytes(id, format, actor), StandardCharsets.UTF_8);
    }

    protected byte[] refusedBytes(String id, Imports.Format format, Actor actor) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        imports.writeRefused(id, format, out, actor);
        return out.toByteArray();
    }

    /** A workbook of texts. */
    protected static byte[] workbook(String... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("ข้อมูล");
            for (int i = 0; i < lines.length; i++) {
                String[] cells = lines[i].split(",", -1);
                for (int k = 0; k < cells.length; k++) {
                    sheet.value(i, k, cells[k]);
                }
            }
        }
        return out.toByteArray();
    }
}
