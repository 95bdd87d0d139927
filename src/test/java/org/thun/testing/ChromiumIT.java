package org.thun.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A check that cannot fail proves nothing: each of these shows that the helper sees what is planted. */
@RequiresBrowser
class ChromiumIT {

    private static final String SOUND = """
            <!doctype html><html lang="th"><head><title>Thun</title></head>
            <body><main><h1>แบบฟอร์ม</h1><label>ชื่อ <input name="name"></label></main></body></html>""";

    private static Chromium chromium;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void acceptsAnAccessiblePage() {
        Axe.assertNoViolations(open(SOUND));
    }

    @Test
    void findsAFieldWithoutALabel() {
        Page page = open(SOUND.replaceAll("</?label>", ""));

        assertThatThrownBy(() -> Axe.assertNoViolations(page))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("- label (critical)")
                .hasMessageContaining("<input name=\"name\">");
    }

    @Test
    void findsTextTooPaleToRead() {
        Page page = open(SOUND.replace("<h1>", "<h1 style=\"color: #ccc\">"));

        assertThatThrownBy(() -> Axe.assertNoViolations(page)).hasMessageContaining("- color-contrast (serious)");
    }

    @Test
    void collectsErrorsOfThePage() {
        open(SOUND);
        int before = chromium.scriptErrors().size();

        open(SOUND.replace("</body>", "<script>throw new Error('planted')</script></body>"));

        assertThat(chromium.scriptErrors()).hasSizeGreaterThan(before).last().asString().contains("planted");
    }

    @Test
    void speaksThePersonsLanguageInBangkokOnTheirScreen() throws Exception {
        try (var context = chromium.signedOut(Chromium.THAI, Chromium.Screen.PHONE)) {
            Page page = context.newPage();
            page.navigate(dataUrl(SOUND));

            assertThat(page.evaluate("navigator.language")).isEqualTo("th-TH");
            assertThat(page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")).isEqualTo("Asia/Bangkok");
            var picture = ImageIO.read(Chromium.screenshot(page, "chromium-it").toFile());
            assertThat(picture.getWidth()).isEqualTo(360);
        }
    }

    private static Page open(String html) {
        Page page = chromium.signedOut(Chromium.ENGLISH, Chromium.Screen.DESKTOP).newPage();
        page.navigate(dataUrl(html));
        return page;
    }

    private static String dataUrl(String html) {
        return "data:text/html;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));
    }
}
