package org.thun.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.thun.testing.Axe;
import org.thun.testing.Chromium;
import org.thun.testing.Chromium.Screen;

/**
 * An officer goes on leave: names a deputy in Thai on a phone, who finds the work marked; looks, in English at a desk, at what
 * would wait for nobody; and an administrator sees what moves when somebody leaves for good. With
 * {@code -Dthun.pictures=true} what is shown is kept under {@code target/screenshots/deputies}.
 */
@Demonstration
class DeputiesIT {

    private static Chromium chromium;
    private static int pictures;

    @LocalServerPort
    int port;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void anOfficerGoesOnLeaveAndComesBack() {
        int errorsBefore = chromium.scriptErrors().size();
        try (Visitor officer = Visitor.signedIn(chromium, port, "po", Screen.PHONE);
                Visitor mentor = Visitor.signedIn(chromium, port, "mt", Screen.PHONE)) {
            officer.open("/account");
            officer.follow("ผู้ทำงานแทน");
            check(officer);
            officer.follow("ตั้งผู้ทำงานแทนฉัน");
            check(officer);
            officer.page().locator("#post").selectOption(new SelectOption().setIndex(1));
            officer.page().fill("#to", officer.page().inputValue("#from"));
            officer.page().fill("#deputy", "fm1");
            officer.press("ตั้งผู้ทำงานแทน");
            assertThat(officer.page().locator("#deputy-error")).isVisible();
            check(officer);
            officer.page().fill("#deputy", "mt");
            officer.press("ตั้งผู้ทำงานแทน");
            assertThat(officer.page().locator(".flash-good")).isVisible();
            officer.sees("กำลังทำงานแทน");
            check(officer);

            mentor.open("/");
            Locator marked = mentor.page().locator(".task").filter(
                    new Locator.FilterOptions().setHas(mentor.page().locator(".badge-warn")));
            assertThat(marked.first()).isVisible();
            check(mentor);
            marked.first().locator("h2 a").click();
            mentor.formIsThere();
            assertThat(mentor.page().locator("main > .note-warn")).isVisible();
            check(mentor);
            mentor.open("/account");
            check(mentor);
            mentor.open("/deputies");
            mentor.page().locator("main a[href$='/revoke']").click();
            check(mentor);
            mentor.press("ยกเลิกการทำงานแทน");
            assertThat(mentor.page().locator(".flash-good")).isVisible();
            mentor.open("/");
            assertThat(mentor.page().locator(".task .badge-warn")).hasCount(0);
        }
        assertThat(chromium.scriptErrors().subList(errorsBefore, chromium.scriptErrors().size())).isEmpty();
    }

    @Test
    void whatWouldWaitForNobodyComesFirst() {
        try (Visitor approver = Visitor.signedIn(chromium, port, "ap", Screen.DESKTOP)) {
            approver.language(Locale.ENGLISH);
            approver.open("/deputies/away");
            check(approver);
            Locator people = approver.page().locator("select[name=person]");
            for (int index = 1; index < people.locator("option").count(); index++) {
                people.selectOption(new SelectOption().setIndex(index));
                approver.press("Show");
                assertThat(approver.page().locator("main > .note, main > .empty")).isVisible();
                check(approver);
                assertThat(Faults.thaiLeftOver(approver.page())).isEmpty();
                people = approver.page().locator("select[name=person]");
            }
        }
    }

    @Test
    void anAdministratorSeesWhatMovesWhenSomebodyLeaves() {
        try (Visitor administrator = Visitor.signedIn(chromium, port, "sa", Screen.PHONE)) {
            administrator.open("/admin/people?q=gc");
            administrator.page().locator("#main tbody a").first().click();
            check(administrator);
            administrator.page().locator("#main a[href$='/end']").first().click();
            assertThat(administrator.page()).hasURL(Pattern.compile(".*/end$"));
            assertThat(administrator.page().locator("#moving")).isVisible();
            check(administrator);
            administrator.language(Locale.ENGLISH);
            check(administrator);
            assertThat(Faults.thaiLeftOver(administrator.page())).isEmpty();
            administrator.open("/deputies");
            check(administrator);
        }
    }

    private static void check(Visitor visitor) {
        visitor.settle();
        assertThat(visitor.faults()).as("%s", visitor.path()).isEmpty();
        Axe.assertNoViolations(visitor.page());
        if (Boolean.getBoolean("thun.pictures")) {
            Chromium.screenshot(visitor.page(), "deputies/%02d".formatted(++pictures));
        }
    }
}
