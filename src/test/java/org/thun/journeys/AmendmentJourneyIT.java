package org.thun.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.thun.testing.Axe;
import org.thun.testing.Chromium;
import org.thun.testing.Chromium.Screen;

/**
 * An agreement is changed: the coordinator writes and the lead sends, the officer decides one request on the way, the approver
 * decides on many grants at once from a phone and follows, at a desk and in English, what became of it.
 */
@Demonstration
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AmendmentJourneyIT {

    private static final String DECIDE_FOR_MANY = "ตัดสินการแก้ไขหลายทุน";

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
    @Order(1)
    void theCoordinatorWritesOnAPhoneAndTheLeadSends() {
        try (Visitor coordinator = Visitor.signedIn(chromium, port, "gc", Screen.PHONE)) {
            coordinator.openTask("เขียนและส่งคำขอแก้ไขข้อตกลง");
            check(coordinator);
            coordinator.choose("ส่งคำขอ");
            coordinator.finish();
            check(coordinator);
        }
        try (Visitor lead = Visitor.signedIn(chromium, port, "gl", Screen.DESKTOP)) {
            lead.language(Locale.ENGLISH);
            lead.openTask("Send the amendment");
            check(lead);
        }
    }

    @Test
    @Order(2)
    void theOfficerDecidesOnAPhone() {
        try (Visitor officer = Visitor.signedIn(chromium, port, "po", Screen.PHONE)) {
            officer.openTask("พิจารณาคำขอแก้ไขข้อตกลง");
            check(officer);
            officer.choose("ส่งกลับพร้อมความเห็น");
            officer.submit();
            assertThat(officer.page().locator(".error-summary, [aria-invalid=true]").first()).isVisible();
            officer.choose("เห็นชอบ");
            officer.finish();
        }
    }

    @Test
    @Order(3)
    void theApproverDecidesForManyGrantsOnAPhoneAndFollowsAtADesk() {
        int errorsBefore = chromium.scriptErrors().size();
        try (Visitor approver = Visitor.signedIn(chromium, port, "ap", Screen.PHONE)) {
            approver.openTask(DECIDE_FOR_MANY);
            check(approver);
            approver.choose("อนุมัติให้ทุกทุนที่ทำได้");
            approver.finish();
            assertThat(approver.tasks(DECIDE_FOR_MANY)).hasCount(0);
        }
        try (Visitor approver = Visitor.signedIn(chromium, port, "ap", Screen.DESKTOP)) {
            approver.language(Locale.ENGLISH);
            approver.open("/amendments");
            check(approver);
            approver.page().locator("#main tbody a").first().click();
            assertThat(approver.page()).hasURL(Pattern.compile(".*/amendments/.+"));
            approver.page().waitForCondition(() -> {
                approver.page().reload();
                return approver.page().locator("progress[value='100.0'], progress[value='100']").count() > 0;
            });
            check(approver);
            assertThat(Faults.thaiLeftOver(approver.page())).isEmpty();
        }
        assertThat(chromium.scriptErrors().subList(errorsBefore, chromium.scriptErrors().size())).isEmpty();
    }

    private static void check(Visitor visitor) {
        visitor.settle();
        assertThat(visitor.faults()).as("%s", visitor.path()).isEmpty();
        Axe.assertNoViolations(visitor.page());
    }
}
