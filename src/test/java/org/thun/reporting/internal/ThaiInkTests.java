package org.thun.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Marks above and below Thai consonants stand where the font's own rules put them. Wrong settings still give a page that
 * looks like Thai at a glance, so the ink itself is compared with Java's drawing of the same words.
 */
class ThaiInkTests {

    private static final int DPI = 288;
    private static final int SIZE = 24;
    private static final int SCALE = DPI / 72;
    /** Pixels by which edges may differ. */
    private static final int SLACK = 2;

    /** Share of the ink that may lie elsewhere: rounded advances, not marks. */
    private static final double STRAY = 0.02;

    @ParameterizedTest
    @ValueSource(strings = {
        "ที่ปี่น้ำ", "ผู้ซื้อญี่ปุ่น", "กำลังใจ", "ฐานข้อมูลฎีกา", "เป๊ะปั๊ปฟื้น", "ตัวชี้วัดที่ ๑๒๓", "ต่ำกว่าแผน 65.0%", "พื้นที่ ศปจ. 76",
        "สร้างเสริมสุขภาวะ", "กตัญญูรู้คุณ", "เพิ่มสุทธิงวดนี้", "ก่อนหักรายการซ้ำ (สงสัย)", "ศูนย์ นครศรีธรรมราช", "ใช้จ่ายที่รับรองแล้ว",
        "การปรับปรุงงวดที่ ๑"
    })
    void drawsTheSameInkAsJava(String text) throws Exception {
        BufferedImage printed = trimmed(Poppler.picture(pdf(text, 500), 1, DPI));
        BufferedImage drawn = trimmed(drawn(text));

        assertThat(printed.getWidth()).as("width").isCloseTo(drawn.getWidth(), within(SCALE * 2));
        assertThat(printed.getHeight()).as("height").isCloseTo(drawn.getHeight(), within(SCALE));
        assertThat(strayInk(printed, drawn)).as("ink that only the PDF has").isLessThan(STRAY);
        assertThat(strayInk(drawn, printed)).as("ink that the PDF lacks").isLessThan(STRAY);
    }

    /** The comparison itself must be able to fail. */
    @Test
    void noticesAMarkInTheWrongPlace() {
        assertThat(strayInk(trimmed(drawn("ที่ปี่น้ำ")), trimmed(drawn("ทีปีนำ")))).isGreaterThan(2 * STRAY);
    }

    @Test
    void breaksLinesBetweenWordsAndNeverInsideASyllable() throws Exception {
        String text = "โครงการสานพลังประชารัฐจังหวัดสร้างเสริมสังคมสุขภาวะแบบองค์รวมเพื่อการเปลี่ยนแปลงและสังคมเข้มแข็ง";
        JRPrintText printed = (JRPrintText) print(text, 160).getPages().get(0).getElements().get(0);
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (short length : printed.getLineBreakOffsets()) {
            lines.add(text.substring(start, start + length));
            start += length;
        }
        lines.add(text.substring(start));

        assertThat(lines).containsExactly("โครงการสาน", "พลังประชารัฐ", "จังหวัดสร้าง", "เสริมสังคมสุข", "ภาวะแบบองค์", "รวมเพื่อการ",
                "เปลี่ยนแปลง", "และสังคม", "เข้มแข็ง");
    }

    private static Offset<Integer> within(int pixels) {
        return Offset.offset(pixels);
    }

    /** A page with that text, by the same settings as every report. */
    private static byte[] pdf(String text, int width) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JRPdfExporter exporter = new JRPdfExporter();
        exporter.setExporterInput(new SimpleExporterInput(print(text, width)));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.exportReport();
        return out.toByteArray();
    }

    private static JasperPrint print(String text, int width) throws Exception {
        String template = """
                <jasperReport name="ink" language="java" pageWidth="595" pageHeight="842" columnWidth="%1$d" leftMargin="20"
                    rightMargin="20" topMargin="20" bottomMargin="20">
                  <property name="net.sf.jasperreports.text.save.line.breaks" value="true"/>
                  <parameter name="text" class="java.lang.String"/>
                  <title height="60">
                    <element kind="textField" x="0" y="0" width="%1$d" height="60" fontSize="%2$d" textAdjust="StretchHeight">
                      <expression><![CDATA[$P{text}]]></expression>
                    </element>
                  </title>
                </jasperReport>
                """.formatted(width, SIZE);
        return JasperFillManager.fillReport(
                JasperCompileManager.compileReport(
                        new ByteArrayInputStream(template.getBytes(StandardCharsets.UTF_8))),
                new HashMap<>(Map.of("text", text, "REPORT_LOCALE", Locale.forLanguageTag("th"))),
                new JREmptyDataSource());
    }

    private static BufferedImage drawn(String text) {
        try {
            Font font = Font.createFont(Font.TRUETYPE_FONT, new File("reports/fonts/Sarabun-Regular.ttf"))
                    .deriveFont((float) SIZE * SCALE);
            BufferedImage image = new BufferedImage(600 * SCALE, 80 * SCALE, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.setColor(Color.BLACK);
            graphics.fill(font.layoutGlyphVector(graphics.getFontRenderContext(), text.toCharArray(), 0, text.length(),
                    Font.LAYOUT_LEFT_TO_RIGHT).getOutline(10 * SCALE, 50 * SCALE));
            graphics.dispose();
            return image;
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The share of one picture's ink that has none of the other's near it, when they lie as well as they can. */
    private static double strayInk(BufferedImage image, BufferedImage other) {
        double least = 1;
        for (int shift = -SCALE; shift <= SCALE; shift++) {
            least = Math.min(least, strayInk(image, other, shift));
        }
        return least;
    }

    private static double strayInk(BufferedImage image, BufferedImage other, int shift) {
        long ink = 0;
        long stray = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (dark(image, x, y)) {
                    ink++;
                    stray += near(other, x + shift, y) ? 0 : 1;
                }
            }
        }
        return (double) stray / ink;
    }

    private static boolean near(BufferedImage image, int x, int y) {
        for (int dy = -SLACK; dy <= SLACK; dy++) {
            for (int dx = -SLACK; dx <= SLACK; dx++) {
                if (dark(image, x + dx, y + dy)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static BufferedImage trimmed(BufferedImage image) {
        int left = image.getWidth();
        int right = 0;
        int top = image.getHeight();
        int bottom = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (dark(image, x, y)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return image.getSubimage(left, top, right - left + 1, bottom - top + 1);
    }

    private static boolean dark(BufferedImage image, int x, int y) {
        return x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight()
                && image.getRaster().getSample(x, y, 0) < 128;
    }
}
