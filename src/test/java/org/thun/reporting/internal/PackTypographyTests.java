package org.thun.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thun.reporting.MonitoringPack;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.ReportFormat;

/** Every page of the pack, in both languages: nothing is cut, lines break between words, one font draws everything. */
class PackTypographyTests {

    private static final String KEEP_BREAKS = "net.sf.jasperreports.text.save.line.breaks";

    private final DocumentRenderer renderer = new DocumentRenderer();
    private final MonitoringPdf pages = new MonitoringPdf(new JasperTemplates());

    @BeforeAll
    static void keepBreaks() {
        DefaultJasperReportsContext.getInstance().setProperty(KEEP_BREAKS, "true");
    }

    @AfterAll
    static void forgetBreaks() {
        DefaultJasperReportsContext.getInstance().removeProperty(KEEP_BREAKS);
    }

    static Stream<Arguments> reports() {
        MonitoringPack pack = ReferenceReports.pack();
        List<Arguments> reports = new ArrayList<>();
        for (String language : List.of("th", "en")) {
            Locale locale = Locale.forLanguageTag(language);
            reports.add(Arguments.of("national", ReferenceReports.withCentres(), locale));
            reports.add(Arguments.of("3 indicators", ReferenceReports.of(3), locale));
            reports.add(Arguments.of("8 indicators", ReferenceReports.of(8), locale));
            reports.add(Arguments.of("30 indicators", ReferenceReports.of(30), locale));
            reports.add(Arguments.of("region", pack.edition("region-north").orElseThrow(), locale));
            reports.add(Arguments.of("region for readers of sums",
                    pack.forReadersOfSums().edition("region-north").orElseThrow(), locale));
            for (String centre : List.of("centre-TH-50", "centre-TH-80")) {
                reports.add(Arguments.of(centre, pack.edition(centre).orElseThrow(), locale));
            }
        }
        return reports.stream();
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("reports")
    void cutsNoTextAndBreaksLinesBetweenWords(String name, MonitoringReport report, Locale locale) throws Exception {
        List<JRPrintText> texts = texts(pages.pages(new MonitoringView(report, locale)));

        assertThat(texts).isNotEmpty();
        assertThat(texts).filteredOn(text -> text.getTextTruncateIndex() != null)
                .extracting(JRPrintText::getFullText).as("texts that do not fit into their place").isEmpty();
        for (JRPrintText text : texts) {
            assertBreaksBetweenWords(text);
        }
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("reports")
    void drawsEverythingWithItsOwnFont(String name, MonitoringReport report, Locale locale) {
        byte[] pdf = renderer.render(report, ReportFormat.PDF, locale);

        assertThat(Poppler.fonts(pdf).lines().skip(2)).isNotEmpty().allSatisfy(font ->
                assertThat(font).matches("[A-Z]{6}\\+Sarabun-(Regular|Bold) .* Identity-H +yes +yes +.*"));
        assertThat(String.join("", Poppler.pages(pdf))).doesNotContain("\uFFFD", "\u25A1");
    }

    private static void assertBreaksBetweenWords(JRPrintText printed) {
        short[] lengths = printed.getLineBreakOffsets();
        if (lengths == null || lengths.length == 0) {
            return;
        }
        String text = printed.getFullText().replaceAll("<[^>]+>", "");
        BreakIterator words = BreakIterator.getLineInstance(Locale.forLanguageTag("th"));
        words.setText(text);
        int at = 0;
        for (short length : lengths) {
            at += length;
            if (at > 0 && at < text.length()) {
                assertThat(words.isBoundary(at) || text.charAt(at - 1) == '\n' || text.charAt(at) == '\n')
                        .as("'%s' broken after '%s'", text, text.substring(0, at)).isTrue();
            }
        }
    }

    private static List<JRPrintText> texts(JasperPrint print) {
        List<JRPrintText> texts = new ArrayList<>();
        print.getPages().forEach(page -> collect(page.getElements(), texts));
        return texts;
    }

    private static void collect(List<JRPrintElement> elements, List<JRPrintText> texts) {
        for (JRPrintElement element : elements) {
            if (element instanceof JRPrintFrame frame) {
                collect(frame.getElements(), texts);
            } else if (element instanceof JRPrintText text) {
                texts.add(text);
            }
        }
    }
}
