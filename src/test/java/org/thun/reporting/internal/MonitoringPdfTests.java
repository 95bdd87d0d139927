package org.thun.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.MonitoringReport.Indicator;
import org.thun.reporting.ReportFormat;
import org.thun.shared.LocalizedText;

class MonitoringPdfTests {

    private static final Locale THAI = Locale.forLanguageTag("th");

    private static DocumentRenderer renderer;

    @BeforeAll
    static void start() {
        renderer = new DocumentRenderer();
    }

    @Test
    void keepsThaiSearchable() {
        String text = String.join("\n", pages(ReferenceReports.seven(), THAI));

        assertThat(text).contains("รายงานผลการดำเนินงานตามตัวชี้วัด", "ผลตามตัวชี้วัด", "ต่ำกว่าแผน", "เฝ้าระวัง",
                "กองทุนสนับสนุนการสร้างเสริมสุขภาพ", "ข้อมูลพลเมืองจิตอาสา", "28 กุมภาพันธ์ 2560");
    }

    @Test
    void putsTheSevenIndicatorsTheirChartAndTheSummaryOnTheFirstPage() {
        for (Locale locale : List.of(THAI, Locale.ENGLISH)) {
            assertThat(pages(ReferenceReports.seven(), locale)).hasSize(3).first().asString()
                    .contains("IND7", "46,186", "500,000", "130,512", "26.1%", "25.7%", "40.0%");
        }
    }

    @Test
    void putsLongTablesBehindTheSignatures() {
        List<String> pages = pages(ReferenceReports.withCentres(), Locale.ENGLISH);

        assertThat(pages).hasSize(6);
        assertThat(pages.get(1)).contains("Changes in Period 2", "Actual to date by region");
        assertThat(pages.get(2)).contains("Signed").doesNotContain("Centre 1 ");
        assertThat(pages.get(3)).contains("By centre", "Centre 1 ");
        assertThat(pages.get(4)).contains("By centre (continued)");
        assertThat(pages.get(5)).contains("By centre (continued)", "Centre 82");
    }

    @Test
    void saysStatusInWords() {
        assertThat(pages(ReferenceReports.seven(), Locale.ENGLISH).get(0))
                .contains("On track", "Watch", "Behind plan", "No data");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "3, 2", "8, 2", "30, 5"})
    void takesAnyNumberOfIndicators(int count, int atLeast) {
        List<String> pages = pages(ReferenceReports.of(count), Locale.ENGLISH);
        String text = String.join("\n", pages);

        assertThat(pages).hasSizeGreaterThanOrEqualTo(atLeast);
        for (int i = 1; i <= count; i++) {
            assertThat(text).contains("IND" + i + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "en"})
    void repeatsTheHeadOfEachTableOnEachOfItsPages(String language) {
        Locale locale = Locale.forLanguageTag(language);
        ReportTexts texts = ReportTexts.of("monitoring", locale);
        List<String> pages = pages(ReferenceReports.of(30), locale);

        List<String> continued = pages.stream()
                .filter(page -> page.contains(texts.text("table.heading") + " " + texts.text("continued")))
                .toList();
        assertThat(continued).isNotEmpty()
                .allSatisfy(page -> assertThat(page)
                        .contains(texts.text("column.baseline"), texts.text("column.target"), texts.text("column.status")));
        assertThat(pages).filteredOn(page -> page.contains(texts.text("chart.heading"))).hasSizeGreaterThan(1)
                .allSatisfy(page -> assertThat(page).contains("100%", texts.text("chart.axis")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "en"})
    void saysOnEveryPageOfWhichDayItIsAndThatItIsSynthetic(String language) {
        Locale locale = Locale.forLanguageTag(language);
        MonitoringView view = new MonitoringView(ReferenceReports.of(30), locale);
        List<String> pages = pages(view.report(), locale);

        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i).replaceAll(" +", " ")).contains(
                    view.footer(),
                    view.texts().text("synthetic"),
                    view.texts().text("page", i + 1) + " " + view.texts().text("pages", pages.size()));
        }
    }

    @Test
    void doesNotCallRealResultsSynthetic() {
        MonitoringReport made = ReferenceReports.seven();
        MonitoringReport real = new MonitoringReport(made.edition(), made.parts(), made.programme(), made.grant(), made.grantNumber(), made.grantee(),
                made.funder(), made.startsOn(), made.endsOn(), made.asOf(), made.generatedAt(), made.period(),
                made.definitionVersion(), false, made.scale(), made.indicators(), made.breakdowns(),
                made.verification(), made.notes(), made.restated());

        assertThat(String.join("\n", pages(real, Locale.ENGLISH))).doesNotContain("Synthetic");
    }

    @Test
    void showsAMissingValueAsMissingAndNeverAsZero() {
        assertThat(pages(ReferenceReports.seven(), Locale.ENGLISH).get(0).lines()
                .filter(line -> line.contains("1,950")).findFirst().orElseThrow().replaceAll(" +", " "))
                .contains("0 3,000 1,950 – – – – No data");
    }

    @Test
    void printsMarkupInTitlesAsItIsWritten() {
        Indicator indicator = ReferenceReports.indicator("IND1", "ผู้นำ <b>& เครือข่าย</b>", "Leaders <b>& networks</b>",
                "คน", "persons", "0", "80", "40", "41", null, "ก", "a", new LocalizedText("ดู <ภาคผนวก>", "see <annex>"));

        assertThat(pages(ReferenceReports.report(List.of(indicator), List.of()), Locale.ENGLISH).get(0))
                .contains("<b>&", "see <annex>");
    }

    /** Java 17 changes how it calls a template's constructor on the 16th use; the class filter must bear that. */
    @Test
    void makesTheSameReportManyTimes() {
        for (int i = 0; i < 40; i++) {
            assertThat(renderer.render(SampleReport.REPORT, ReportFormat.PDF, THAI)).isNotEmpty();
        }
    }

    @Test
    void embedsItsOwnFont() {
        List<String> fonts = Poppler.fonts(renderer.render(ReferenceReports.seven(), ReportFormat.PDF, THAI))
                .lines().skip(2).toList();

        assertThat(fonts).isNotEmpty().allSatisfy(font ->
                assertThat(font).matches("[A-Z]{6}\\+Sarabun-(Regular|Bold) .* Identity-H +yes +yes +.*"));
    }

    private static List<String> pages(MonitoringReport report, Locale locale) {
        return Poppler.pages(renderer.render(report, ReportFormat.PDF, locale));
    }
}
