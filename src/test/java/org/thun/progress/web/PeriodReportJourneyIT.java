package org.thun.progress.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.thun.activities.ActivityFixture;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.progress.ReportFixture;
import org.thun.testing.Axe;
import org.thun.testing.Chromium;
import org.thun.testing.Chromium.Screen;
import org.thun.testing.RequiresBrowser;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

/** A late period report, from the coordinator's telephone over a return to an acceptance with conditions. */
@RequiresBrowser
@ThunTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties =
        "spring.datasource.url=jdbc:h2:mem:thun-period-journey;MODE=MySQL;DEFAULT_LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
class PeriodReportJourneyIT {

    private static final byte[] BANK_BOOK =
            "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort
    private int port;

    @Autowired
    private ActivityFixture activities;

    @Autowired
    private ReportFixture fixture;

    @Autowired
    private GrantFixture people;

    @Autowired
    private TrainingClock time;

    private Chromium chromium;

    @BeforeEach
    void launch() {
        chromium = Chromium.launch();
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void aLateReportIsReturnedAndAcceptedWithConditions() {
        Grant grant = activities.running(people.today().minusMonths(6).minusDays(40));
        time.moveTo(people.today().plusDays(1));
        Actor coordinator = people.ofGrantee(Role.GC);
        String report = grant.path() + "/reports/1";

        Page phone = signIn(coordinator, Screen.PHONE);
        phone.navigate(address(report));
        assertThat(phone.locator("main").textContent()).contains("เลยกำหนด");
        phone.locator("#file").setInputFiles(new FilePayload("book.pdf", "application/pdf", BANK_BOOK));
        button(phone, "แนบไฟล์").click();
        PlaywrightAssertions.assertThat(phone.locator(".flash")).containsText("แนบไฟล์แล้ว");
        looksRight(phone, "period-report-phone");
        write(phone, grant);

        Page lead = signIn(people.ofGrantee(Role.GL), Screen.PHONE);
        open(lead, grant, "task_submitPeriodReport");
        looksRight(lead, "period-report-send-phone");
        choose(lead, "ส่งรายงานให้ผู้ให้ทุน");
        finish(lead);

        Page mentor = signIn(people.ofProgramme(Role.MT), Screen.DESKTOP);
        open(mentor, grant, "task_checkPeriodReport");
        looksRight(mentor, "period-report-check");
        choose(mentor, "ส่งกลับพร้อมความเห็น");
        mentor.locator("textarea[id$='field_comments']").first().fill("ขอรายละเอียดผลของกิจกรรม");
        finish(mentor);

        phone.navigate(address("/notices"));
        looksRight(phone, "notices-phone");
        phone.navigate(address("/notices/settings"));
        looksRight(phone, "notice-settings-phone");
        open(phone, grant, "task_draftPeriodReport");
        assertThat(phone.locator("main").textContent()).contains("ขอรายละเอียดผลของกิจกรรม");
        finish(phone);
        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), Map.of("decision", "APPROVE"));
        fixture.complete(grant, 1, "task_checkPeriodReport", people.ofProgramme(Role.MT),
                Map.of("decision", "APPROVE", "opinion", "LIKELY"));

        Page officer = signIn(people.ofProgramme(Role.PO), Screen.DESKTOP);
        open(officer, grant, "task_acceptPeriodReport");
        choose(officer, "รับรองบางส่วนหรือโดยมีเงื่อนไข");
        officer.locator(".fjs-repeat-render-add").first().click();
        officer.locator("textarea[id*='field_conditions_text']").first().fill("ส่งบัญชีรายชื่อที่ลงนามครบ");
        officer.locator("input[id*='field_conditions_dueOn']").first().fill(people.today().plusDays(14).toString());
        officer.locator("input[id*='field_conditions_dueOn']").first().blur();
        looksRight(officer, "period-report-accept");
        finish(officer);
        officer.navigate(address(report));
        PlaywrightAssertions.assertThat(officer.locator("main").first()).containsText("ส่งบัญชีรายชื่อที่ลงนามครบ");
        looksRight(officer, "period-report-accepted");
        open(officer, grant, "task_confirmConditions");
        looksRight(officer, "period-report-conditions");
        officer.locator("input[type=checkbox][id*='field_conditions_met']").first().check();
        finish(officer);
        assertThat(fixture.report(grant, 1).accepted()).isTrue();
        officer.navigate(address(report + "?lang=en"));
        looksRight(officer, "period-report-accepted-en");
    }

    private void write(Page page, Grant grant) {
        open(page, grant, "task_draftPeriodReport");
        choose(page, "ช้ากว่าแผน");
        page.getByLabel("สรุปผลการดำเนินงานในงวด").first().fill("เริ่มงานช้าเพราะน้ำท่วม");
        page.getByLabel("แผนงานงวดถัดไป").first().fill("เร่งอบรมสองรุ่น");
        Locator percents = page.locator("input[id*='field_activities_percent']");
        Locator results = page.locator("textarea[id*='field_activities_result']");
        for (int row = 0; row < percents.count(); row++) {
            percents.nth(row).fill("40");
            results.nth(row).fill("ดำเนินการไปบางส่วน");
        }
        for (String field : new String[] {"cash", "bank", "nextForecast"}) {
            Locator amount = page.locator("input[id$='field_" + field + "']").first();
            amount.fill("0");
            amount.blur();
        }
        looksRight(page, "period-report-write-phone");
        finish(page);
    }

    private void open(Page page, Grant grant, String step) {
        page.navigate(address("/tasks/" + fixture.task(grant, 1, step).taskId()));
        page.locator(".form-end .btn-primary").waitFor();
    }

    private static void choose(Page page, String choice) {
        page.getByLabel(choice, new Page.GetByLabelOptions().setExact(true)).first().check();
    }

    private static void finish(Page page) {
        String place = page.url();
        page.locator(".form-end .btn-primary").click();
        page.waitForCondition(() -> !page.url().equals(place) || page.locator(".error-summary").isVisible());
        assertThat(page.locator(".error-summary").isVisible() ? page.locator(".error-summary").innerText() : "")
                .as("what was refused").isEmpty();
    }

    private static void looksRight(Page page, String name) {
        Chromium.screenshot(page, name);
        Axe.assertNoViolations(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling of %s", name)
                .isEqualTo(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Page signIn(Actor person, Screen screen) {
        BrowserContext context = chromium.signedOut(Chromium.THAI, screen);
        Page page = context.newPage();
        page.navigate(address("/signin"));
        page.locator("#username").fill(person.username());
        page.locator("#password").fill(GrantFixture.PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL(address("/"));
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
