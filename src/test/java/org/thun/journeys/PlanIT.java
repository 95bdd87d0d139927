package org.thun.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.thun.testing.Axe;
import org.thun.testing.Chromium;
import org.thun.testing.Chromium.Screen;

/** The plan of the reference grant in the browser: looked at, walked through with the keyboard, moved. Changes nothing. */
@Demonstration
class PlanIT {

    private static final String REFERENCE_GRANT = "สานพลังประชารัฐจังหวัด ระยะที่ 2 (ข้อมูลสังเคราะห์)";

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

    @Test
    void planIsReadableOnPhoneAndDeskInBothLanguages() {
        for (Screen screen : Screen.values()) {
            try (Visitor coordinator = Visitor.signedIn(chromium, port, "gc", screen)) {
                String plan = openPlan(coordinator);
                for (Locale locale : new Locale[] {Chromium.ENGLISH, Chromium.THAI}) {
                    coordinator.language(locale);
                    for (String view : new String[] {"", "?zoom=quarter", "?zoom=year", "?view=table"}) {
                        coordinator.open(plan + view);
                        assertThat(coordinator.faults()).as("%s %s %s", screen, locale, view).isEmpty();
                        Axe.assertNoViolations(coordinator.page());
                        Chromium.screenshot(coordinator.page(), "plan-%s-%s-%s".formatted(
                                screen.name().toLowerCase(Locale.ROOT), locale.getLanguage(), view.replaceAll("\\W", "")));
                    }
                }
            }
        }
        assertNoScriptErrors();
    }

    @Test
    void keyboardWalksThroughTheGridAsOneTabStop() {
        try (Visitor coordinator = Visitor.signedIn(chromium, port, "gc", Screen.DESKTOP)) {
            openPlan(coordinator);
            Page page = coordinator.page();
            assertThat(page.locator("#plan-grid a[tabindex='0']")).hasCount(1);
            Locator first = page.locator("#plan-grid a").first();
            first.focus();
            page.keyboard().press("ArrowDown");
            String second = page.evaluate("document.activeElement.getAttribute('aria-label')").toString();
            assertThat(second).isNotEqualTo(first.getAttribute("aria-label"));
            page.keyboard().press("End");
            page.keyboard().press("Control+End");
            assertThat(page.locator("#plan-grid a").last()).isFocused();
            page.keyboard().press("Control+Home");
            assertThat(first).isFocused();
            page.keyboard().press("Enter");
            page.waitForURL("**/plan/*");
        }
        assertNoScriptErrors();
    }

    @Test
    void movingABarLeadsToItsEffectAndEscapeLeavesItWhereItIs() {
        try (Visitor coordinator = Visitor.signedIn(chromium, port, "gc", Screen.DESKTOP)) {
            openPlan(coordinator);
            Page page = coordinator.page();
            Locator bar = page.locator("#plan-grid a.mark").first();
            // Whether this one may be moved depends on the day; how moving works does not.
            bar.evaluate("bar => bar.dataset.months = '9-9'");
            bar.focus();
            page.keyboard().press("Shift+ArrowRight");
            assertThat(page.locator("[data-island=plan] [role=status]")).containsText("10–10");
            page.keyboard().press("Escape");
            assertThat(bar).not().hasClass("dragged");
            page.keyboard().press("Shift+ArrowLeft");
            page.keyboard().press("+");
            page.keyboard().press("Enter");
            page.waitForURL("**/change?from=8&to=9");

            page.goBack();
            bar.evaluate("bar => bar.dataset.months = '9-9'");
            bar.scrollIntoViewIfNeeded();
            BoundingBox box = bar.boundingBox();
            double month = page.locator("#plan-grid thead tr").last().locator("th").first().boundingBox().width;
            page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
            page.mouse().down();
            page.mouse().move(box.x + box.width / 2 + 2 * month, box.y + box.height / 2);
            page.mouse().up();
            page.waitForURL("**/change?from=11&to=11");
        }
    }

    private static String openPlan(Visitor visitor) {
        visitor.open("/grants");
        visitor.follow(REFERENCE_GRANT);
        String plan = visitor.path() + "/plan";
        visitor.open(plan);
        assertThat(visitor.page().locator("#plan-grid-keys")).isVisible();
        return plan;
    }

    private void assertNoScriptErrors() {
        assertThat(chromium.scriptErrors().subList(errorsBefore, chromium.scriptErrors().size())).isEmpty();
    }
}
