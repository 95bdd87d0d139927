package org.thun.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thun.activities.OccurrenceState;
import org.thun.reporting.PlanReport;
import org.thun.reporting.PlanReport.Item;
import org.thun.reporting.PlanReport.Row;
import org.thun.reporting.ReportFormat;
import org.thun.shared.DateRange;
import org.thun.shared.GrantMonths;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

class PlanDeskTests {

    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final LocalDate START = LocalDate.of(2016, 5, 1);
    private static final LocalizedText WORK_PLAN =
            new LocalizedText("พัฒนากลุ่มผู้นำชุมชนออนไลน์และรณรงค์", "Online community leaders");

    private final PlanDesk desk = new PlanDesk(null, null, null, messages(), null);

    @Test
    @DisplayName("late ones first; moved, cancelled and assumed said in words; months, fiscal years and pages counted")
    void printsThePlan() throws IOException {
        byte[] pdf = keep("plan-th.pdf", desk.render(report(21, 18), ReportFormat.PDF, THAI));
        List<String> pages = Poppler.pages(pdf);
        assertThat(pages).hasSize(2);
        assertThat(pages.get(0)).contains("รายงานแผนกิจกรรม", "ปีงบ 2559", "ปีงบ 2560", "ปีงบ 2561", "ขยายเวลาจาก 18 เป็น 21 เดือน",
                "21\n", "หน้า 1 จาก 2");
        assertThat(pages.get(1)).contains("ล่าช้าตั้งแต่ 16 ต.ค. 2559", "เลื่อนจากเดือนที่ 5", "สิ้นสุดตามที่สันนิษฐาน",
                "ผู้เข้าร่วม 38 คน", "88,000.25");
        assertThat(pages.get(1).indexOf("2.4 ประชุม")).isLessThan(pages.get(1).indexOf("1.1 หลักสูตร"));
        assertThat(Poppler.fonts(pdf)).contains("Sarabun").doesNotContain(" no  no ");
    }

    @Test
    void printsItInEnglish() throws IOException {
        List<String> pages = Poppler.pages(keep("plan-en.pdf", desk.render(report(18, 18), ReportFormat.PDF, Locale.ENGLISH)));
        assertThat(pages.get(0)).contains("Activity plan report", "FY 2016", "FY 2018", "1 reported late", "1 cancelled",
                "Page 1 of 2");
        assertThat(pages.get(1)).contains("late since 16 Oct").doesNotContain("255");
    }

    @Test
    void numbersOfTheWorkbookStayNumbers() throws IOException {
        byte[] workbook = keep("plan-th.xlsx", desk.render(report(18, 18), ReportFormat.XLSX, THAI));
        String sheet = part(workbook, "xl/worksheets/sheet1.xml");
        assertThat(sheet).contains("<v>88000.25</v>", "<v>38").doesNotContain("88,000.25");
    }

    @Test
    void theWorkbookHasTheMonthsAsASheetWithSignsAndColours() throws IOException {
        byte[] workbook = keep("plan-grid-th.xlsx", desk.render(report(21, 18), ReportFormat.XLSX, THAI));
        String texts = part(workbook, "xl/sharedStrings.xml") + part(workbook, "xl/worksheets/sheet2.xml");
        assertThat(texts).contains("21\n", "พ.ค. 2559", "○", "×", "! ", "■", "‹›");
        assertThat(part(workbook, "xl/workbook.xml")).contains("แผนรายเดือน");
        assertThat(part(workbook, "xl/styles.xml").toUpperCase(Locale.ROOT)).contains("F5C9C0", "D5E3EE");
    }

    @Test
    void laysTheSameTemplateOutForOtherLengths() {
        for (int months : new int[] {6, 12, 36}) {
            assertThat(Poppler.pages(desk.render(report(months, months), ReportFormat.PDF, Locale.ENGLISH))).isNotEmpty();
        }
    }

    @Test
    void namesFilesSafely() {
        assertThat(desk.fileName(report(18, 18), ReportFormat.PDF, THAI)).isEqualTo("แผนกิจกรรม-59-0012-20-ก.พ.-2560.pdf");
    }

    @Test
    void isNotMadeInOtherFormats() {
        assertThatThrownBy(() -> desk.render(report(18, 18), ReportFormat.DOCX, THAI))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PlanReport report(int months, int agreed) {
        GrantMonths calendar = new GrantMonths(START);
        List<DateRange> days = IntStream.rangeClosed(1, months).mapToObj(calendar::month).toList();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(WORK_PLAN, "1.1", new LocalizedText("หลักสูตรและเครือข่ายผู้ปฏิบัติการชุมชนออนไลน์", "Operators' course"),
                List.of(accepted(item(calendar, 1, 2, 2, 2, OccurrenceState.ACCEPTED, false)),
                        item(calendar, 2, 6, 6, 5, OccurrenceState.PLANNED, false))));
        rows.add(new Row(WORK_PLAN, "1.2", new LocalizedText("หนุนสื่อออนไลน์ของ 82 ศูนย์เพื่อการรณรงค์", "Campaigns"),
                List.of(item(calendar, 1, 3, 4, 3, OccurrenceState.IN_PROGRESS, false),
                        item(calendar, 2, 5, months, 5, OccurrenceState.PLANNED, true))));
        LocalizedText second = new LocalizedText("พัฒนาระบบฐานข้อมูลกลาง", "Central database");
        rows.add(new Row(second, "2.2", new LocalizedText("คู่มือและการฝึกอบรม", "Manual"), List.of()));
        rows.add(new Row(second, "2.4", new LocalizedText("ประชุมเจ้าหน้าที่ฐานข้อมูล ปั๊มข้อมูล ฟื้นฟู", "Workshop"),
                List.of(late(item(calendar, 1, 4, 4, 4, OccurrenceState.DONE, false)),
                        item(calendar, 2, 6, 6, 6, OccurrenceState.CANCELLED, false))));
        return new PlanReport("g", "59/0012", new LocalizedText("สานพลังประชารัฐจังหวัด", "Provincial networks"),
                new LocalizedText("สถาบันชุมชนท้องถิ่นพัฒนา", "Local Development Institute"), LocalDate.of(2017, 2, 20),
                LocalDate.of(2017, 2, 20).atTime(9, 5), true, calendar.months(1, months), days, agreed, true, rows);
    }

    private static Item item(
            GrantMonths calendar, int no, int first, int last, int agreedFirst, OccurrenceState state, boolean open) {
        int agreedLast = open ? Math.min(last, 18) : agreedFirst + last - first;
        return new Item(no, first, last, calendar.months(first, last), agreedFirst, agreedLast, first == last, open, state,
                null, null, null, null, Money.parse("90000"), null);
    }

    private static Item accepted(Item item) {
        return new Item(item.no(), item.firstMonth(), item.lastMonth(), item.days(), item.agreedFirstMonth(),
                item.agreedLastMonth(), item.mark(), item.endAssumed(), item.state(), null,
                new DateRange(LocalDate.of(2016, 6, 15), LocalDate.of(2016, 6, 16)), 38, "ผู้ผ่านหลักสูตร 38 คน",
                item.budget(), Money.parse("88000.25"));
    }

    private static Item late(Item item) {
        return new Item(item.no(), item.firstMonth(), item.lastMonth(), item.days(), item.agreedFirstMonth(),
                item.agreedLastMonth(), item.mark(), item.endAssumed(), item.state(), LocalDate.of(2016, 10, 16), null,
                null, null, item.budget(), null);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/activities");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static String part(byte[] workbook, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }

    /** Kept to be looked at. */
    private static byte[] keep(String name, byte[] content) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "reports"));
        Files.write(folder.resolve(name), content);
        return content;
    }
}
