package org.thun.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.thun.testing.Axe;
import org.thun.testing.Chromium;
import org.thun.testing.Chromium.Screen;

/**
 * What people come to Thun for, done as they do it. The pictures of the tour are taken on the way
 * ({@code docs/images/renew} copies them). The clock is moved last: everything else happens on the day of the visit.
 */
@Demonstration
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneysIT {

    private static final int TOUR = 10;
    private static final int FURTHER = 20;
    private static final int LAST = 90;

    private static final String APPROVE_ACTIVITY = "อนุมัติกิจกรรม";
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
    @Order(TOUR)
    void programmeOfficerApprovesAnActivity() {
        try (Visitor door = Visitor.signedOut(chromium, port, Screen.DESKTOP)) {
            door.open("/signin");
            TourPicture.take(door.page(), "signin");
        }
        try (Visitor officer = arrive("po")) {
            officer.open("/");
            assertThat(officer.page().locator(".task").first()).isVisible();
            check(officer);
            TourPicture.take(officer.page(), "home");

            String task = officer.openTask(APPROVE_ACTIVITY);
            String subject = officer.subject();
            assertThat(officer.page().locator("aside dl.facts").first()).isVisible();
            check(officer);
            officer.choose("อนุมัติ");
            TourPicture.take(officer.page(), "decide");
            officer.finish();

            assertThat(officer.page().locator(".flash-good")).containsText(subject);
            officer.open(task);
            officer.sees("งานนี้เสร็จไปแล้ว");
        }
        assertNoScriptErrors();
    }

    @Test
    @Order(TOUR + 1)
    void caseFileShowsWhereAProcessStands() {
        try (Visitor officer = arrive("po")) {
            officer.open("/grants");
            officer.follow(REFERENCE_GRANT);
            check(officer);
            TourPicture.take(officer.page(), "case");
            officer.page().locator(".tabs").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("กระบวนการ")).click();
            officer.page().locator("table.data.rows tbody tr").filter(new Locator.FilterOptions().setHasText("การประเมินผล"))
                    .first().locator("a").first().click();
            assertThat(officer.page().locator("[data-element-id].step-here").first()).isVisible();
            assertThat(officer.page().locator(".step-since").first()).containsText("ตั้งแต่");
            assertThat(officer.page().locator("[data-element-id].step-behind").first()).isVisible();
            check(officer);
            TourPicture.take(officer.page(), "process");
        }
        assertNoScriptErrors();
    }

    @Test
    @Order(TOUR + 2)
    void evaluatorFilesAnAssessment() {
        try (Visitor evaluator = arrive("ev")) {
            String task = evaluator.openTask("ประเมินและส่งผล");
            check(evaluator);

            evaluator.fill("วิธีการประเมิน", "สัมภาษณ์ภาคี 24 คน ศึกษาเอกสาร และลงพื้นที่สองศูนย์");
            assertThat(evaluator.page().locator(".draft-state")).containsText("บันทึกร่างแล้ว");
            evaluator.page().reload();
            evaluator.formIsThere();
            assertThat(evaluator.field("วิธีการประเมิน").first())
                    .hasValue("สัมภาษณ์ภาคี 24 คน ศึกษาเอกสาร และลงพื้นที่สองศูนย์");

            evaluator.submit();
            Locator summary = evaluator.page().locator(".error-summary");
            assertThat(summary).isFocused();
            summary.getByRole(AriaRole.LINK).first().click();
            assertThat(evaluator.field("ผลการประเมิน").first()).isFocused();
            check(evaluator);
            TourPicture.take(evaluator.page(), "assess");

            evaluator.fill("ผลการประเมิน", "ฐานข้อมูลภาคีใช้งานได้จริง งานสื่อสารล่าช้ากว่าแผน");
            Locator levels = evaluator.page().locator("select[id*='field_ratings_level']");
            Locator reasons = evaluator.page().locator("textarea[id*='field_ratings_reason']");
            for (int row = 0; row < levels.count(); row++) {
                levels.nth(row).selectOption("4");
                Visitor.write(reasons.nth(row), "เห็นหลักฐานในทะเบียนและจากการลงพื้นที่");
            }
            evaluator.page().locator("select[id$='field_overallLevel']").selectOption("4");
            evaluator.fill("เหตุผลของระดับโดยรวม", "ผลลัพธ์หลักเป็นไปตามแผน");
            evaluator.finish();
            assertThat(evaluator.tasks("ประเมินและส่งผล")).hasCount(0);
            assertThat(task).startsWith("/tasks/");
        }
        assertNoScriptErrors();
    }

    @Test
    @Order(TOUR + 3)
    void financePaysATranche() {
        String subject;
        String caseNumber;
        try (Visitor maker = arrive("fm")) {
            maker.openTask("จัดทำใบสำคัญจ่าย");
            subject = maker.subject();
            caseNumber = maker.caseNumber();
            check(maker);
            maker.fill("เลขที่ใบสำคัญจ่าย", "จ. 107/2560");
            maker.fill("วันที่ใบสำคัญจ่าย", "20/2/2560");
            maker.finish();
        }
        try (Visitor firstKey = arrive("fa")) {
            openOf(firstKey, "อนุมัติจ่าย ลายมือชื่อที่หนึ่ง", caseNumber, subject);
            check(firstKey);
            firstKey.choose("อนุมัติจ่าย");
            firstKey.finish();
        }
        try (Visitor secondKey = arrive("ap")) {
            openOf(secondKey, "อนุมัติจ่าย ลายมือชื่อที่สอง", caseNumber, subject);
            secondKey.choose("อนุมัติและสั่งจ่าย");
            secondKey.fill("เลขที่มติคณะกรรมการ", "2/2560");
            secondKey.finish();
        }
        try (Visitor maker = arrive("fm")) {
            openOf(maker, "บันทึกการจ่ายของธนาคาร", caseNumber, subject);
            String file = maker.page().locator(".crumbs a[href^='/grants/']").getAttribute("href");
            maker.choose("จ่ายแล้ว");
            maker.fill("เลขอ้างอิงของธนาคาร", "REF-20022560");
            maker.fill("วันที่จ่าย", "20/2/2560");
            maker.finish();

            maker.open("/disbursement");
            check(maker);
            maker.open(file + "/money");
            check(maker);
            maker.page().locator("#main a[href$='/tranches/" + subject.replaceAll("\\D", "") + "/voucher']").first().click();
            maker.sees("จ. 107/2560", "บาท", "ปรียา สมมติ", "ณรงค์ ตัวอย่าง", "ธีระ สมมติ");
            assertThat(maker.page().locator("dd[lang=th]").first()).containsText(Pattern.compile("(บาทถ้วน|สตางค์)$"));
            check(maker);
            TourPicture.take(maker.page(), "voucher");
        }
        try (Visitor receiver = arrive("gf")) {
            openOf(receiver, "ยืนยันการรับเงิน", caseNumber, subject);
            receiver.fill("เลขที่ใบเสร็จรับเงิน", "ร. 12/2560");
            receiver.fill("วันที่รับเงิน", "20/2/2560");
            receiver.fill("จำนวนเงินที่ได้รับ", "1.00");
            receiver.submit();
            assertThat(receiver.page().locator(".error-summary")).isFocused();
            Locator amount = receiver.field("จำนวนเงินที่ได้รับ").first();
            assertThat(amount).hasAttribute("aria-invalid", "true");
            amount.fill(amountPaid(receiver));
            receiver.finish();
        }
        assertNoScriptErrors("/complete");
    }

    @Test
    @Order(TOUR + 4)
    void funderFollowsANumberAndDownloadsTheReport() throws Exception {
        try (Visitor funder = arrive("fr")) {
            funder.open("/grants");
            funder.follow(REFERENCE_GRANT);
            funder.page().locator(".tabs").getByRole(AriaRole.LINK,
                    new Locator.GetByRoleOptions().setName("ตัวชี้วัด").setExact(true)).click();
            check(funder);
            TourPicture.take(funder.page(), "indicators");
            funder.page().locator("#main table a[href*='/indicators/']").first().click();
            funder.sees("ค่าฐาน");
            check(funder);
            TourPicture.take(funder.page(), "number");

            funder.page().locator(".tabs").getByRole(AriaRole.LINK,
                    new Locator.GetByRoleOptions().setName("รายงานตัวชี้วัด").setExact(true)).click();
            check(funder);
            TourPicture.take(funder.page(), "report");
            assertThat(textOf(download(funder, "th"))).contains("ตัวชี้วัด", "2560");
            assertThat(textOf(download(funder, "en"))).contains("Indicator", "2017");
        }
        assertNoScriptErrors();
    }

    @Test
    @Order(FURTHER)
    void activityGoesBackWithAComment() {
        try (Visitor officer = arrive("po")) {
            officer.openTask(APPROVE_ACTIVITY);
            officer.choose("ส่งกลับพร้อมความเห็น");
            officer.submit();
            assertThat(officer.page().locator(".error-summary")).isFocused();
            officer.fill("ความเห็น", "โปรดระบุกลุ่มเป้าหมายและสถานที่");
            officer.finish();
        }
        try (Visitor coordinator = arrive("gc")) {
            coordinator.openTask("เสนอแผนย่อยของกิจกรรม");
            coordinator.sees("โปรดระบุกลุ่มเป้าหมายและสถานที่");
            check(coordinator);
        }
        assertNoScriptErrors("/complete");
    }

    @Test
    @Order(FURTHER)
    void dataManagerKeepsWhatWasTypedAndAVerifierVerifies() {
        String number;
        try (Visitor manager = Visitor.signedIn(chromium, port, "cd", Screen.PHONE)) {
            manager.open("/registers");
            check(manager);
            manager.page().locator("a[href*='organisations/new']").first().click();
            manager.page().fill("#name", "กลุ่มออมทรัพย์บ้านตัวอย่าง (ข้อมูลสังเคราะห์)");
            manager.page().locator("#categoryCode").selectOption(new SelectOption().setIndex(1));
            manager.page().fill("#datedOn", "31/2/2560");
            manager.press("ส่งตรวจ");

            assertThat(manager.page().locator(".error-summary")).isVisible();
            assertThat(manager.page().locator("#name")).hasValue("กลุ่มออมทรัพย์บ้านตัวอย่าง (ข้อมูลสังเคราะห์)");
            assertThat(manager.page().locator("#datedOn")).hasValue("31/2/2560");
            check(manager);
            TourPicture.take(manager.page(), "phone");
            manager.page().fill("#datedOn", "15 ก.พ. 2560");
            manager.press("ส่งตรวจ");
            assertThat(manager.page().locator(".flash-good")).isVisible();
            number = manager.path().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
        }
        try (Visitor verifier = arrive("rv")) {
            verifier.open("/registers/verification?kind=organisations");
            check(verifier);
            verifier.page().locator("tr").filter(new Locator.FilterOptions().setHasText("กลุ่มออมทรัพย์บ้านตัวอย่าง"))
                    .locator("input[type=checkbox]").check();
            verifier.press("ตรวจผ่าน");
            verifier.sees("กลุ่มออมทรัพย์บ้านตัวอย่าง");
            assertThat(verifier.page().locator(".badge-good").first()).isVisible();
            assertThat(number).isNotBlank();
        }
        assertNoScriptErrors("/registers/organisations");
    }

    @Test
    @Order(FURTHER)
    void wrongPasswordIsToldWithoutSayingWhich() {
        try (Visitor stranger = Visitor.signedOut(chromium, port, Screen.DESKTOP)) {
            stranger.signIn("po", "not-the-password");
            assertThat(stranger.page().locator(".flash-bad")).isVisible();
            check(stranger);
        }
        assertNoScriptErrors();
    }

    @Test
    @Order(FURTHER)
    void taskOfSomebodyElseIsNotThere() {
        String task;
        try (Visitor officer = arrive("po")) {
            task = officer.openTask("ตรวจความครบถ้วนของข้อเสนอ");
        }
        try (Visitor evaluator = arrive("ev2")) {
            assertThat(evaluator.open(task)).isEqualTo(404);
            assertThat(evaluator.page().locator("h1")).isVisible();
            Axe.assertNoViolations(evaluator.page());
        }
        assertNoScriptErrors("/tasks/");
    }

    @Test
    @Order(FURTHER)
    void staleTabIsToldWhoWasFaster() {
        try (Visitor officer = arrive("po")) {
            String task = officer.openTask(APPROVE_ACTIVITY);
            officer.choose("อนุมัติ");
            Page stale = officer.openTab();
            officer.open(task);
            officer.formIsThere();
            officer.choose("อนุมัติ");
            officer.finish();

            officer.turnTo(stale);
            officer.submit();
            assertThat(stale.locator(".error-summary")).containsText("พิมพ์ใจ ตัวอย่าง ทำงานนี้ไปแล้ว");
        }
        assertNoScriptErrors("/complete", "/draft");
    }

    @Test
    @Order(FURTHER)
    void languageSwitchKeepsThePage() {
        try (Visitor funder = arrive("fr")) {
            funder.open("/programmes/ldi-pracharath-2/centres?q=");
            funder.language(Chromium.ENGLISH);
            assertThat(funder.path()).startsWith("/programmes/ldi-pracharath-2/centres");
            assertThat(funder.page().locator("html")).hasAttribute("lang", "en");
            funder.language(Chromium.THAI);
            assertThat(funder.path()).startsWith("/programmes/ldi-pracharath-2/centres");
        }
        assertNoScriptErrors();
    }

    @Test
    @Order(FURTHER)
    void taskIsDoneByKeyboardAlone() {
        try (Visitor officer = arrive("po")) {
            officer.open("/");
            Page page = officer.page();
            tabTo(page, "a[href^='/tasks/']:text-is('" + APPROVE_ACTIVITY + "')");
            page.keyboard().press("Enter");
            officer.formIsThere();
            tabTo(page, "input[type=radio]");
            page.keyboard().press("Space");
            tabTo(page, ".form-end .btn-primary");
            page.keyboard().press("Enter");
            assertThat(page.locator(".flash-good")).isVisible();
        }
        assertNoScriptErrors();
    }

    @Test
    @Order(LAST)
    void administratorMovesTheClockAMonth() {
        try (Visitor administrator = arrive("sa")) {
            administrator.open("/admin/clock");
            check(administrator);
            TourPicture.take(administrator.page(), "clock");
            administrator.page().locator("button[name=step][value=MONTH]").click();
            assertThat(administrator.page().locator("#move .figures"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(90_000));
            administrator.open("/admin/clock");
            assertThat(administrator.page().locator("time").first()).hasAttribute("datetime", "2017-03-20");
            administrator.open("/admin/incidents");
            check(administrator);
            assertThat(administrator.page().locator("#main table")).hasCount(0);
        }
        assertNoScriptErrors();
    }

    private Visitor arrive(String username) {
        return Visitor.signedIn(chromium, port, username, Screen.DESKTOP);
    }

    private static void openOf(Visitor visitor, String task, String caseNumber, String subject) {
        visitor.tasks(task).filter(new Locator.FilterOptions().setHasText(caseNumber))
                .filter(new Locator.FilterOptions().setHasText(subject)).first().locator("h2 a").click();
        visitor.formIsThere();
    }

    /** The page is sound: nothing missing, nothing too wide, nothing inaccessible. */
    private static void check(Visitor visitor) {
        visitor.settle();
        assertThat(visitor.faults()).as("%s", visitor.path()).isEmpty();
        Axe.assertNoViolations(visitor.page());
    }

    /** Tabs through the page, as somebody without a mouse does, until the focus is there. */
    private static void tabTo(Page page, String target) {
        Locator wanted = page.locator(target).first();
        for (int press = 0; press < 200; press++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(wanted.evaluate("element => element === document.activeElement"))) {
                return;
            }
        }
        throw new AssertionError("cannot be reached by keyboard: " + target);
    }

    private static String amountPaid(Visitor visitor) {
        Locator paid = visitor.page().locator("aside dl.facts").getByText(Pattern.compile("^[0-9,]+\\.[0-9]{2}( บาท)?$")).first();
        return paid.innerText().replace(" บาท", "");
    }

    private static Path download(Visitor visitor, String language) {
        Locator link = visitor.page().locator("#main a[href*='monitoring.pdf'][href*='lang=" + language + "']").first();
        return visitor.page().waitForDownload(link::click).path();
    }

    private static String textOf(Path pdf) throws Exception {
        assertThat(new String(Files.readAllBytes(pdf), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        Path reader = Path.of("/usr/bin/pdftotext");
        assumeThat(reader).exists();
        Process process = new ProcessBuilder(reader.toString(), "-enc", "UTF-8", pdf.toString(), "-").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Nothing failed in the browser except answers that were asked for: refusals show as errors on the console. */
    private void assertNoScriptErrors(String... provoked) {
        assertThat(chromium.scriptErrors().subList(errorsBefore, chromium.scriptErrors().size()))
                .allMatch(error -> error.contains("Failed to load resource")
                        && Arrays.stream(provoked).anyMatch(error::contains));
    }
}
