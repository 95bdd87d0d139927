package org.thun.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.thun.testing.Axe;
import org.thun.testing.Chromium;
import org.thun.testing.Chromium.Screen;

/** A coordinator reports an activity from a phone, with a picture; the mentor and the officer decide about it at a desk. */
@Demonstration
class ActivityOnPhoneIT {

    private static final byte[] PICTURE = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQ"
            + "VR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final String REPORT = "รายงานกิจกรรม";
    private static final String CHECK = "พี่เลี้ยงตรวจรายงานกิจกรรม";
    private static final String ACCEPT = "รับรองรายงานกิจกรรม";

    private static Chromium chromium;

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
    void reportsWithAPictureFromAPhoneAndIsAcceptedInPart() {
        int errorsBefore = chromium.scriptErrors().size();
        String subject;
        String number;
        String occurrence;
        try (Visitor coordinator = Visitor.signedIn(chromium, port, "gc", Screen.PHONE)) {
            coordinator.tasks(REPORT).last().locator("h2 a").click();
            String task = coordinator.formIsThere();
            subject = coordinator.subject();
            number = coordinator.caseNumber();
            occurrence = coordinator.page().locator("dl.facts a[href*='/plan/']").first().getAttribute("href");

            coordinator.open(occurrence);
            look(coordinator, "activity-phone-empty");
            coordinator.page().locator("#file").setInputFiles(new FilePayload("photo.png", "image/png", PICTURE));
            coordinator.page().fill("#title", "ภาพกิจกรรม");
            coordinator.press("แนบไฟล์");
            assertThat(coordinator.page().locator(".flash-good")).isVisible();
            coordinator.sees("ภาพกิจกรรม");

            coordinator.open(task);
            coordinator.formIsThere();
            coordinator.fill("วันแรกที่จัด", "๑/๒/๒๕๖๐");
            coordinator.fill("วันสุดท้ายที่จัด", "2 ก.พ. 2560");
            coordinator.fill("จำนวนผู้เข้าร่วมจริง", "38");
            Locator days = coordinator.page().locator(".fjs-form-field-dynamiclist").first();
            days.getByText("เพิ่มรายการ").click();
            Visitor.write(days.getByLabel("วันที่").first(), "๑/๒/๒๕๖๐");
            Visitor.write(days.getByLabel("จำนวนคนในวันนั้น").first(), "38");
            coordinator.page().locator("select[id$='field_listGround']").selectOption("CONSENT");
            coordinator.fill("เก็บรายชื่อเพื่ออะไร", "ยืนยันผู้เข้าร่วม");
            coordinator.fill("ผลผลิตที่ได้", "ผู้เข้าร่วม 38 คน");
            coordinator.fill("เล่าการดำเนินงาน", "จัดสองวันตามแผน");
            coordinator.fill("บทเรียนที่ได้", "เริ่มเช้าขึ้นครึ่งชั่วโมง");
            Locator heads = coordinator.page().locator("select[id*='field_costHead']");
            heads.first().selectOption(new SelectOption().setIndex(1));
            coordinator.fill("จำนวนเงิน", "๑,๒๓๔.๕๐");
            coordinator.fill("หลักฐานและที่เก็บ", "บัญชีรายชื่อและภาพถ่าย");
            look(coordinator, "activity-phone-report");
            coordinator.finish();
        }
        try (Visitor mentor = Visitor.signedIn(chromium, port, "mt", Screen.DESKTOP)) {
            open(mentor, CHECK, subject, number);
            mentor.sees("ภาพกิจกรรม", "คน-วัน", "1,234.50");
            mentor.choose("ผ่าน");
            mentor.finish();
        }
        try (Visitor officer = Visitor.signedIn(chromium, port, "po", Screen.DESKTOP)) {
            open(officer, ACCEPT, subject, number);
            officer.choose("รับรอง");
            officer.page().getByText("เพิ่มรายการ").click();
            officer.page().locator("select[id*='field_refusedLine']").selectOption("1");
            officer.fill("เหตุผล", "ไม่มีใบเสร็จ");
            look(officer, "activity-officer");
            officer.finish();
            officer.open(occurrence);
            officer.sees("รับรองบางส่วน", "ไม่มีใบเสร็จ", "ภาพกิจกรรม");
            look(officer, "activity-accepted");
            officer.language(Chromium.ENGLISH);
            officer.sees("Accepted in part", "Person-days");
            look(officer, "activity-accepted-en");
        }
        assertThat(chromium.scriptErrors().subList(errorsBefore, chromium.scriptErrors().size())).isEmpty();
    }

    private static void open(Visitor visitor, String task, String subject, String number) {
        visitor.tasks(task)
                .filter(new Locator.FilterOptions().setHasText(subject))
                .filter(new Locator.FilterOptions().setHasText(number))
                .first()
                .locator("h2 a")
                .click();
        visitor.formIsThere();
    }

    private static void look(Visitor visitor, String picture) {
        visitor.settle();
        assertThat(visitor.faults()).as("%s", visitor.path()).isEmpty();
        Axe.assertNoViolations(visitor.page());
        Chromium.screenshot(visitor.page(), picture);
    }
}
