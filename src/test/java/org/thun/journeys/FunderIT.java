package org.thun.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.thun.testing.Axe;
import org.thun.testing.Chromium;
import org.thun.testing.Chromium.Screen;

/**
 * A reader of the funder follows the money to its numbers: from the programme to the indicators of a grant, from a number to
 * what stands behind it, from the printed code in a report back to the same place. In both languages, on a phone and a desk.
 */
@Demonstration
class FunderIT {

    /** The codes beside printed figures; a digit is asked for because some words have eight letters too. */
    private static final Pattern CODE = Pattern.compile("(?m)(?<![0-9A-Za-z])(?=[A-Z]*[0-9])[0-9A-HJKMNP-TV-Z]{8}(?![0-9A-Za-z])");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    private int errorsBefore;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void rememberErrors() {
        errorsBefore = chromium.scriptErrors().size();
    }

    static Stream<Arguments> readers() {
        return Stream.of(Screen.values()).flatMap(screen ->
                Stream.of(Chromium.THAI, Chromium.ENGLISH).map(language -> Arguments.of(screen, language)));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void funderFollowsANumberToItsEvidenceAndBackFromThePrintedCode(Screen screen, Locale language) throws Exception {
        try (Visitor funder = Visitor.signedIn(chromium, port, "fr", screen)) {
            funder.language(language);
            funder.open("/programmes");
            funder.page().locator("#main a[href*='/programmes/ldi-pracharath-2']").first().click();
            check(funder);
            funder.open("/programmes/ldi-pracharath-2/indicators");
            assertThat(funder.page().locator("#IND6")).isVisible();
            check(funder);

            funder.open("/grants");
            funder.page().locator("#main a[href^='/grants/']").filter(
                    new Locator.FilterOptions().setHasText(Pattern.compile("ระยะที่ 2|phase 2"))).first().click();
            String grant = funder.path();
            funder.open(grant + "/indicators");
            check(funder);
            funder.page().locator("#main table a[href*='/indicators/IND6']").first().click();
            check(funder);
            funder.page().locator("#places a[href*='centre=']").first().click();
            assertThat(funder.page().locator("#records")).isVisible();
            assertThat(funder.page().locator("#records .note").first()).isVisible();
            assertThat(funder.page().locator("a[href*='/registers/records/']")).hasCount(0);
            check(funder);

            funder.open(grant + "/reports/monitoring");
            check(funder);
            assertThat(Files.readAllBytes(download(funder, "xlsx", language))).startsWith('P', 'K');
            String code = codeIn(download(funder, "pdf", language));
            funder.open("/numbers");
            check(funder);
            Visitor.write(funder.page().locator("#code"), code.substring(0, 4).toLowerCase(Locale.ROOT) + "-" + code.substring(4));
            funder.page().locator("#main form button[type=submit]").click();
            assertThat(funder.page().locator("#main .note[role=status]")).containsText(code);
            assertThat(funder.path()).contains("/indicators/", "asOf=");
            check(funder);
        }
        assertThat(chromium.scriptErrors().subList(errorsBefore, chromium.scriptErrors().size())).isEmpty();
    }

    private static void check(Visitor visitor) {
        visitor.settle();
        assertThat(visitor.faults()).as("%s", visitor.path()).isEmpty();
        Axe.assertNoViolations(visitor.page());
    }

    private static Path download(Visitor visitor, String extension, Locale language) {
        Locator link = visitor.page()
                .locator("#main a[href*='monitoring." + extension + "'][href*='lang=" + language.getLanguage() + "']").first();
        return visitor.page().waitForDownload(link::click).path();
    }

    private static String codeIn(Path pdf) throws Exception {
        Path reader = Path.of("/usr/bin/pdftotext");
        assumeThat(reader).exists();
        Process process = new ProcessBuilder(reader.toString(), "-layout", "-enc", "UTF-8", pdf.toString(), "-").start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> codes = CODE.matcher(text).results().map(MatchResult::group).toList();
        assertThat(codes).as("codes beside the printed figures").isNotEmpty();
        return codes.get(0);
    }
}
