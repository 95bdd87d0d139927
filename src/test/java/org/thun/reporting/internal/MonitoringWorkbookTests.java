package org.thun.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.MonitoringReport.Indicator;
import org.thun.reporting.ReportFormat;
import org.thun.shared.LocalizedText;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class MonitoringWorkbookTests {

    private static DocumentRenderer renderer;

    @BeforeAll
    static void start() {
        renderer = new DocumentRenderer();
    }

    /** A cell as the file holds it: its type ({@code n} number, {@code s} text) and what a reader sees. */
    private record Cell(String type, String value) {}

    @Test
    void keepsNumbersAsNumbers() throws Exception {
        Map<String, Cell> row = row(sheet(ReferenceReports.seven(), Locale.ENGLISH, 1), "IND3");

        assertThat(row.get("D")).isEqualTo(new Cell("n", "175474.0"));
        assertThat(row.get("E")).isEqualTo(new Cell("n", "200000.0"));
        assertThat(row.get("G")).isEqualTo(new Cell("n", "189204.0"));
        assertThat(row.get("I")).isEqualTo(new Cell("n", "0.946"));
        assertThat(row.get("J")).isEqualTo(new Cell("n", "0.5598"));
        assertThat(row.get("M")).isEqualTo(new Cell("n", "1350.0"));
        assertThat(row.get("N")).isEqualTo(new Cell("s", "On track"));
    }

    @Test
    void writesTheMissingSignForAMissingNumber() throws Exception {
        Map<String, Cell> row = row(sheet(ReferenceReports.seven(), Locale.ENGLISH, 1), "IND7");

        assertThat(row.get("E")).isEqualTo(new Cell("n", "3000.0"));
        assertThat(List.of(row.get("G"), row.get("H"), row.get("I"), row.get("J"), row.get("L")))
                .containsOnly(new Cell("s", "–"));
    }

    @Test
    void listsEveryAreaAndIndicatorInOneLongTable() throws Exception {
        List<Map<String, Cell>> rows = sheet(ReferenceReports.of(30), Locale.ENGLISH, 2);

        assertThat(rows).hasSize(1 + 10 * 30 + 2 * 26);
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.get("B").value()).isEqualTo("South");
            assertThat(row.get("C").value()).isEqualTo("IND4");
            assertThat(row.get("E").type()).isEqualTo("n");
        });
    }

    @Test
    void marksSyntheticFiguresAndTheirDay() throws Exception {
        assertThat(sheet(ReferenceReports.seven(), Locale.forLanguageTag("th"), 1).stream()
                .flatMap(row -> row.values().stream()).map(Cell::value))
                .contains("ข้อมูลสังเคราะห์ · ไม่ใช่ผลงานจริง", "28 กุมภาพันธ์ 2560", "ตามแผน");
    }

    /** What begins with a sign of a formula stays the text that somebody wrote. */
    @Test
    void neverCarriesALiveFormula() throws Exception {
        List<Indicator> indicators = new ArrayList<>();
        for (String title : List.of("=1+1", "+1+1", "-1+1", "@SUM(1;1)", "\t=1+1", "=HYPERLINK(\"http://example.org\")")) {
            indicators.add(ReferenceReports.indicator("=IND" + indicators.size(), title, title, "=คน", "=persons", "0", "80",
                    "40", "41", null, title, title, new LocalizedText(title, title)));
        }
        MonitoringReport report = ReferenceReports.report(indicators, List.of());
        byte[] file = renderer.render(report, ReportFormat.XLSX, Locale.ENGLISH);

        for (int sheet = 1; sheet <= 2; sheet++) {
            assertThat(new String(entry(file, "xl/worksheets/sheet" + sheet + ".xml"), StandardCharsets.UTF_8))
                    .doesNotContain("<f>", "<f ", "<hyperlink");
        }
        assertThat(row(sheet(report, Locale.ENGLISH, 1), "=IND0").get("B")).isEqualTo(new Cell("s", "=1+1"));
    }

    @Test
    void putsAnAreasOwnPartFirstAndSaysWhatIsHidden() throws Exception {
        MonitoringReport lamphun = ReferenceReports.pack().forReadersOfSums().edition("centre-TH-51").orElseThrow();

        assertThat(sheet(lamphun, Locale.ENGLISH, 2)).anySatisfy(row -> {
            assertThat(row.get("A").value()).isEqualTo("What Lamphun has added");
            assertThat(row.get("C").value()).isEqualTo("IND5");
            assertThat(row.get("E")).isEqualTo(new Cell("s", "*"));
        });
    }

    private static Map<String, Cell> row(List<Map<String, Cell>> sheet, String id) {
        return sheet.stream()
                .filter(row -> row.containsKey("A") && id.equals(row.get("A").value()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Cell>> sheet(MonitoringReport report, Locale locale, int number) throws Exception {
        byte[] file = renderer.render(report, ReportFormat.XLSX, locale);
        NodeList texts = xml(file, "xl/sharedStrings.xml").getElementsByTagName("si");
        NodeList rows = xml(file, "xl/worksheets/sheet" + number + ".xml").getElementsByTagName("row");
        List<Map<String, Cell>> sheet = new ArrayList<>();
        for (int i = 0; i < rows.getLength(); i++) {
            NodeList cells = ((Element) rows.item(i)).getElementsByTagName("c");
            Map<String, Cell> row = new HashMap<>();
            for (int j = 0; j < cells.getLength(); j++) {
                Element cell = (Element) cells.item(j);
                NodeList value = cell.getElementsByTagName("v");
                if (value.getLength() > 0) {
                    String type = cell.getAttribute("t");
                    String text = value.item(0).getTextContent();
                    row.put(cell.getAttribute("r").replaceAll("\\d", ""), new Cell(type,
                            type.equals("s") ? texts.item(Integer.parseInt(text)).getTextContent().strip() : text));
                }
            }
            sheet.add(row);
        }
        return sheet;
    }

    private static Document xml(byte[] file, String name) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(entry(file, name)));
    }

    private static byte[] entry(byte[] file, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new IllegalArgumentException("no " + name + " in the workbook");
    }
}
