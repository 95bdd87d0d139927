package org.thun.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thun.reporting.MonitoringReport;
import org.thun.testing.Axe;
import org.thun.testing.Chromium;
import org.thun.testing.RequiresBrowser;

/** The page stands in for tagged PDF, so it must be accessible by itself. */
@RequiresBrowser
class MonitoringHtmlIT {

    private static Chromium chromium;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"th, 7, DESKTOP", "en, 7, DESKTOP", "th, 7, PHONE", "en, 30, DESKTOP", "th, 0, PHONE"})
    void isAccessibleAndFitsTheScreen(String language, int indicators, Chromium.Screen screen) {
        Locale locale = Locale.forLanguageTag(language);
        MonitoringReport report = indicators == 7 ? ReferenceReports.seven() : ReferenceReports.of(indicators);
        String document = new String(new MonitoringHtml().document(new MonitoringView(report, locale)),
                StandardCharsets.UTF_8);
        try (BrowserContext context = chromium.signedOut(locale, screen)) {
            Page page = context.newPage();
            page.setContent(document);

            Axe.assertNoViolations(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
            assertThat(chromium.scriptErrors()).isEmpty();
        }
    }
}
