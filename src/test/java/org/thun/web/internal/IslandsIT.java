package org.thun.web.internal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.thun.testing.Axe;
import org.thun.testing.Chromium;
import org.thun.testing.RequiresBrowser;

/** The browser side on made-up screens: what people see and lose, or rather do not lose. */
@RequiresBrowser
class IslandsIT {

    private static final int FIRST_PAGE_LIMIT = 200 * 1024;
    private static final int PATIENCE = 8_000;
    private static final String PLANTED = ".*/(samples/(draft|submit)|assets/app-[^/]*js):.*Failed to load.*";

    private static ConfigurableApplicationContext server;
    private static Chromium chromium;
    private static String address;

    private BrowserContext person;
    private Page page;

    @BeforeAll
    static void start() {
        server = SpringApplication.run(SampleScreens.class, "--server.port=0");
        address = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
        chromium = Chromium.launch();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void sitDown() {
        person = chromium.signedOut(Chromium.THAI, Chromium.Screen.DESKTOP);
        page = person.newPage();
        page.setDefaultTimeout(PATIENCE);
    }

    @AfterEach
    void leave() {
        person.close();
        // Refused, lost and cut-off requests are planted; anything else is a fault, above all a blocked style or
        // script.
        assertThat(chromium.scriptErrors()).allMatch(error -> error.matches(PLANTED));
    }

    @ParameterizedTest
    @CsvSource({
        "work, DESKTOP", "work, PHONE", "case, DESKTOP", "case, PHONE", "task, DESKTOP", "task, PHONE",
    })
    void isAccessibleAndFitsTheScreen(String screen, Chromium.Screen size) {
        try (BrowserContext context = chromium.signedOut(Chromium.THAI, size)) {
            Page view = context.newPage();
            view.navigate(address + "/samples/" + screen);
            assertThat(view.locator(".island-waiting")).hasCount(0);
            Chromium.screenshot(view, "sample-" + screen + "-" + size.name().toLowerCase(Locale.ROOT));
            assertThat(view.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
            Axe.assertNoViolations(view);
        }
    }

    @Test
    void fitsAtTwiceTheSize() {
        try (BrowserContext context = chromium.signedOut(Chromium.ENGLISH, Chromium.Screen.DESKTOP)) {
            Page view = context.newPage();
            view.setViewportSize(640, 400);
            for (String screen : List.of("work", "case", "task")) {
                view.navigate(address + "/samples/" + screen + "?lang=en");
                assertThat(view.locator(".island-waiting")).hasCount(0);
                assertThat(view.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
            }
        }
    }

    @Test
    void keepsTheFirstPageSmallAndWithoutIslands() {
        List<String> loaded = new ArrayList<>();
        page.onRequest(request -> loaded.add(request.url()));
        page.navigate(address + "/signin");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Number bytes = (Number) page.evaluate("""
                performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
                    .reduce((sum, entry) => sum + entry.transferSize, 0)""");
        assertThat(bytes.intValue()).isPositive().isLessThan(FIRST_PAGE_LIMIT);
        assertThat(loaded).noneMatch(url -> url.matches(".*/(form|diagram|chart)-.*"));
        Axe.assertNoViolations(page);
    }

    @Test
    void opensTheMenuOnAPhoneWithoutScript() {
        try (BrowserContext phone = chromium.signedOut(Chromium.THAI, Chromium.Screen.PHONE)) {
            Page view = phone.newPage();
            view.route(Pattern.compile(".*\\.js"), route -> route.abort());
            view.navigate(address + "/samples/work");
            Locator entry = view.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("การเงิน"));
            assertThat(entry).isHidden();
            view.locator("summary").click();
            assertThat(entry).isVisible();
        }
    }

    @Test
    void marksWhereTheProcessStandsAndSinceWhen() {
        page.navigate(address + "/samples/case");
        assertThat(page.locator("[data-element-id=task_check].step-here")).isVisible();
        assertThat(page.locator(".step-since")).hasText("ตั้งแต่ 10 ก.พ. 2560 09:30");
        assertThat(page.locator("[data-element-id=task_write].step-behind")).hasCount(1);
    }

    @Test
    void findsGapsBeforeSendingAndLeadsToTheFields() {
        openForm();
        submit();
        Locator summary = page.locator(".error-summary");
        assertThat(summary).isFocused();
        assertThat(summary.locator("h2")).containsText("กรุณาแก้ไข 3 รายการ");
        summary.getByRole(AriaRole.LINK).first().click();
        assertThat(page.getByLabel("รับรองรายงาน")).isFocused();
        Axe.assertNoViolations(page);
        Chromium.screenshot(page, "sample-form-gaps");
    }

    @Test
    void showsProblemsOfTheServerAtTheirFieldsAndKeepsWhatWasTyped() {
        openForm();
        fill("5,000.01");
        submit();
        assertThat(page.locator(".error-summary")).isFocused();
        assertThat(page.locator(".error-summary li")).hasCount(3);
        assertThat(page.locator(".error-summary")).containsText("กฎ BR-04");
        Locator amount = page.getByLabel("ค่าใช้จ่ายที่รับรอง");
        assertThat(amount).hasValue("5,000.01");
        assertThat(amount).hasAttribute("aria-invalid", "true");
        assertThat(page.locator(".fjs-form-field-error")).hasText(
                new String[] {"ขอได้ไม่เกิน 5,000.00 บาท", "ทุนถูกระงับ"});
        amount.fill("1");
        assertThat(amount).not().hasAttribute("aria-invalid", "true");
        submit();
        page.waitForURL("**/samples/work");
    }

    @Test
    void tellsWhoWasFaster() {
        openForm();
        fill("409");
        submit();
        assertThat(page.locator(".error-summary")).containsText("อารี สมมุติ ส่งผลการพิจารณาไปก่อนแล้ว เมื่อ 14:01");
    }

    @Test
    void readsThaiDigitsSeparatorsAndBuddhistDates() {
        openForm();
        fill("๑,๒๓๔.๕");
        Locator visit = page.getByLabel("วันที่ลงพื้นที่");
        visit.fill("๑๕/๒/๒๕๖๐");
        assertThat(page.locator(".echo")).hasText("15 กุมภาพันธ์ 2560");
        visit.blur();
        assertThat(visit).hasValue("15 ก.พ. 2560");
        JsonNode draft = savedDraft();
        assertThat(draft.path("amount").asText()).isEqualTo("1234.5");
        assertThat(draft.path("visit").asText()).isEqualTo("2017-02-15");
        assertThat(draft.has("centres")).isFalse();
        visit.fill("31/2/2560");
        visit.blur();
        assertThat(page.locator(".fjs-form-field-error")).containsText("ไม่ใช่วันที่");
    }

    @Test
    void savesTheDraftAndSaysWhen() {
        openForm();
        page.getByLabel("ส่งกลับพร้อมความเห็น").check();
        page.getByLabel("เหตุผลและสิ่งที่ต้องแก้ไข").fill("แนบใบสำคัญรับเงิน");
        assertThat(page.locator(".draft-state")).hasText("บันทึกร่างแล้ว 14:05");
        assertThat(savedDraft().path("reason").asText()).isEqualTo("แนบใบสำคัญรับเงิน");
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    }

    @Test
    void keepsTypedTextThroughALostLine() {
        openForm();
        page.route("**/samples/draft", route -> route.abort());
        lines().fill("ค่าเดินทาง");
        assertThat(page.locator(".draft-state")).containsText("ติดต่อระบบไม่ได้");
        page.reload();
        assertThat(lines()).hasValue("ค่าเดินทาง");
        assertThat(page.getByText("กู้คืนข้อมูลที่กรอกค้างไว้")).isVisible();
    }

    @Test
    void keepsTypedTextWhenTheSessionHasEnded() {
        openForm();
        page.route("**/samples/{draft,submit}", route -> route.fulfill(
                new Route.FulfillOptions().setStatus(401)));
        fill("1");
        assertThat(page.locator(".draft-state a")).hasAttribute("href", "/signin?expired");
        submit();
        assertThat(page.locator(".error-summary")).containsText("หมดเวลาใช้งาน");
        assertThat(page.getByLabel("ค่าใช้จ่ายที่รับรอง")).hasValue("1");
    }

    @Test
    void addsAndRemovesRowsInTheReadersLanguage() {
        openForm();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("เพิ่มรายการ")).click();
        assertThat(lines()).hasCount(2);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("ลบรายการที่ 2")).click();
        assertThat(lines()).hasCount(1);
    }

    private void openForm() {
        server.getBean(SampleScreens.Screens.class).drafts().clear();
        page.navigate(address + "/samples/task");
        assertThat(page.getByText("ส่งผลการพิจารณา")).isVisible();
    }

    private void fill(String amount) {
        page.getByLabel("รับรองรายงาน").check();
        page.getByLabel("ค่าใช้จ่ายที่รับรอง").fill(amount);
        page.getByLabel("ศูนย์ที่ลงพื้นที่").selectOption("50");
        lines().fill("ค่าที่พัก");
        page.getByLabel("ข้าพเจ้าได้ตรวจหลักฐานการเงินแล้ว").check();
    }

    private Locator lines() {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("รายการ").setExact(true));
    }

    private void submit() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("ส่งผลการพิจารณา")).click();
    }

    private JsonNode savedDraft() {
        assertThat(page.locator(".draft-state")).containsText("บันทึกร่างแล้ว");
        List<JsonNode> drafts = server.getBean(SampleScreens.Screens.class).drafts();
        return drafts.get(drafts.size() - 1);
    }
}
