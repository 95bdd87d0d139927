package org.thun.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.thun.reporting.ReportFormat;

class MonitoringDocxTests {

    private static final Locale THAI = Locale.forLanguageTag("th");

    private final DocumentRenderer renderer = new DocumentRenderer();

    @Test
    void saysWhatThePagesSay() throws Exception {
        String text = document(renderer.render(ReferenceReports.seven(), ReportFormat.DOCX, THAI)).replaceAll("<[^>]+>", " ");

        assertThat(text).contains("รายงานผลการดำเนินงานตามตัวชี้วัด", "189,204", "500,000", "26.1%", "28 กุมภาพันธ์ 2560");
    }

    /** Word processors take size and weight of Thai letters from settings of their own. */
    @Test
    void givesThaiTheSizeAndWeightOfLatinLetters() throws Exception {
        String xml = document(renderer.render(ReferenceReports.seven(), ReportFormat.DOCX, THAI));

        assertThat(xml).contains("w:cs=\"Sarabun\"", "<w:szCs w:val=\"19\"/>", "<w:bCs w:val=\"true\"/>");
        assertThat(count(xml, "<w:sz ")).isEqualTo(count(xml, "<w:szCs "));
        assertThat(count(xml, "<w:b ")).isEqualTo(count(xml, "<w:bCs "));
    }

    @Test
    void drawsTheChart() throws Exception {
        byte[] file = renderer.render(ReferenceReports.seven(), ReportFormat.DOCX, Locale.ENGLISH);
        int pictures = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                pictures += entry.getName().startsWith("word/media/") ? 1 : 0;
            }
        }
        assertThat(pictures).isGreaterThanOrEqualTo(7);
    }

    private static long count(String text, String part) {
        return Arrays.stream(text.split(part, -1)).count() - 1;
    }

    private static String document(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IllegalArgumentException("no document in the file");
    }
}
