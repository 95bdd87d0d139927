package org.thun.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.MonitoringReport.Indicator;

class MonitoringHtmlTests {

    private final MonitoringHtml html = new MonitoringHtml();

    @Test
    void isOnePageOfItsOwnInTheReadersLanguage() {
        assertThat(document(ReferenceReports.seven(), Locale.forLanguageTag("th")))
                .startsWith("<!DOCTYPE html>").contains("lang=\"th\"", "4 ใน 7 ตัวชี้วัดเป็นไปตามแผน", "ต่ำกว่าแผน")
                .doesNotContain("src=", "href=", "<script", " th:");
        assertThat(document(ReferenceReports.seven(), Locale.ENGLISH)).contains("lang=\"en\"", "Behind plan");
    }

    @Test
    void placesTheArticleAloneInOtherPages() {
        assertThat(html.article(new MonitoringView(ReferenceReports.seven(), Locale.ENGLISH)))
                .contains("<style>", "<article", "Behind plan").doesNotContain("<body", "<main", "<title");
    }

    @Test
    void drawsNoBarWithoutData() {
        String page = document(ReferenceReports.seven(), Locale.ENGLISH);

        assertThat(page.split("fill=\"#2f6f9f\"", -1)).hasSize(6 + 1);
        assertThat(page).contains("aria-label=\"Knowledge items and case studies: actual –, planned 65.0%\"");
    }

    @Test
    void writesTextAsText() {
        Indicator indicator = ReferenceReports.indicator("IND1", "<script>x</script>", "<script>x</script>", "คน",
                "persons", "0", "80", "40", "41", null, "ก", "a", null);

        assertThat(document(ReferenceReports.report(List.of(indicator), List.of()), Locale.ENGLISH))
                .contains("&lt;script&gt;x&lt;/script&gt;").doesNotContain("<script");
    }

    @Test
    void takesAnyNumberOfIndicators() {
        assertThat(document(ReferenceReports.of(0), Locale.ENGLISH)).contains("no indicators yet").doesNotContain("<table");
        assertThat(document(ReferenceReports.of(30), Locale.ENGLISH)).contains("<b>IND30</b>");
    }

    private String document(MonitoringReport report, Locale locale) {
        return new String(html.document(new MonitoringView(report, locale)), StandardCharsets.UTF_8);
    }
}
