package org.thun.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.thun.identity.Actor;
import org.thun.testing.Axe;
import org.thun.testing.Chromium;
import org.thun.testing.Chromium.Screen;
import org.thun.testing.EvidenceTest;
import org.thun.testing.RequiresBrowser;

/** From a telephone in a province to the number a funder reads, and back down to the evidence. */
@RequiresBrowser
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EvidenceJourneyIT extends EvidenceTest {

    @LocalServerPort
    private int port;

    private Chromium chromium;

    @BeforeEach
    void launch() {
        chromium = Chromium.launch();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void aRecordGoesFromATelephoneToTheIndicator() {
        Page phone = signIn(dataManager, Screen.PHONE);
        phone.navigate(address("/registers"));
        looksRight(phone, "registers-phone");
        phone.navigate(address("/registers/people/new"));
        looksRight(phone, "register-entry-phone");
        phone.getByLabel("ชื่อ", new Page.GetByLabelOptions().setExact(false)).first().fill("บัวลอย");
        button(phone, "ส่งตรวจ").click();
        assertThat(phone.locator(".error-summary").isVisible()).isTrue();
        assertThat(phone.locator("#name").inputValue()).isEqualTo("บัวลอย");
        looksRight(phone, "register-entry-refused-phone");

        phone.locator("#surname").fill("ใจงาม");
        phone.locator("input[name=roles][value=facilitator]").check();
        phone.locator("#datedOn").fill(clock.today().minusDays(2).toString());
        phone.locator("#ground").selectOption("PUBLIC_TASK");
        phone.locator("#purposeTold").check();
        button(phone, "ส่งตรวจ").click();
        assertThat(phone.locator("h1").textContent()).isEqualTo("บัวลอย ใจงาม");
        looksRight(phone, "register-record-phone");

        Page desk = signIn(verifier, Screen.DESKTOP);
        desk.navigate(address("/registers/verification?grant=" + grant.id()));
        looksRight(desk, "register-verification");
        desk.locator("input[name=ids]").first().check();
        button(desk, "ตรวจผ่าน").click();
        assertThat(desk.locator(".flash").textContent()).contains("ตรวจผ่าน 1 จาก 1");
        looksRight(desk, "register-verdicts");

        Page reader = signIn(officer, Screen.DESKTOP);
        reader.navigate(address(grant.path() + "/indicators"));
        reader.locator("[data-island=chart] svg").waitFor();
        looksRight(reader, "indicators");
        reader.getByText("489", new Page.GetByTextOptions().setExact(true)).click();
        reader.locator("[data-island=chart] svg").waitFor();
        looksRight(reader, "indicator-explained");
        reader.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("เชียงใหม่")).click();
        assertThat(reader.locator("#records").textContent()).contains("บัวลอย ใจงาม");
        looksRight(reader, "indicator-evidence");
        reader.navigate(address(grant.path() + "/indicators/centres"));
        looksRight(reader, "indicator-centres");
        reader.navigate(address(grant.path() + "/indicators/IND4?by=sex"));
        reader.locator("[data-island=chart] svg").waitFor();
        looksRight(reader, "indicator-breakdown");
        reader.navigate(address(grant.path() + "/indicators/IND4/sheet"));
        looksRight(reader, "indicator-sheet");
        reader.navigate(address("/numbers/ZZZZZZZZ"));
        looksRight(reader, "indicator-code");
        reader.navigate(address(grant.path() + "/documents"));
        looksRight(reader, "documents");

        Page money = signIn(funder, Screen.PHONE);
        money.navigate(address(grant.path() + "/indicators/IND4?centre=TH-50"));
        assertThat(money.locator("#records").textContent()).as("one record could point at its person")
                .contains("ไม่เห็นยอดที่น้อยมาก").doesNotContain("1 ระเบียน");
        assertThat(money.content()).doesNotContain("บัวลอย");
        looksRight(money, "indicator-funder-phone");
        // The refused form above answers 422 and the unknown code 404, which the browser also writes to its console.
        assertThat(chromium.scriptErrors()).allMatch(error -> error.contains("422") || error.contains("404"));
    }

    @Test
    void aSlipStillFindsThePersonOnATelephone() {
        verified(person("บัวลอย", "facilitator"));
        String back = registers.enter(person("ดอกแก้ว", "facilitator"), true, dataManager).orElseThrow();
        registers.reject(back, "ชื่อไม่ตรงกับหลักฐาน", verifier).orElseThrow();
        registers.enter(organisation("กลุ่มออมทรัพย์บ้านหนองบัว"), false, dataManager).orElseThrow();

        Page phone = signIn(dataManager, Screen.PHONE);
        phone.navigate(address("/registers/people"));
        phone.locator("form.filters input[name=q]").fill("น.ส.บวลอญ ทดสอป");
        phone.locator("form.filters input[name=place]").fill("เมอง");
        button(phone, "แสดง").click();
        assertThat(phone.locator("table.rows tbody th").first().textContent()).contains("บัวลอย ทดสอบ");
        assertThat(phone.url()).as("names stand in no address").doesNotContain("%E0%B8%A5%E0%B8%AD%E0%B8%8D");
        looksRight(phone, "register-found-phone");
        phone.navigate(address("/registers/people?gap=SEX"));
        assertThat(phone.locator(".empty").isVisible()).isTrue();
        looksRight(phone, "register-list-empty-phone");
        phone.navigate(address("/registers/work"));
        assertThat(phone.content()).contains("ดอกแก้ว ทดสอบ", "ชื่อไม่ตรงกับหลักฐาน");
        looksRight(phone, "register-work-phone");

        Page desk = signIn(officer, Screen.DESKTOP);
        desk.navigate(address("/registers/work?centre=TH-50"));
        looksRight(desk, "register-work");
        desk.navigate(address("/registers/people"));
        looksRight(desk, "register-list");
        desk.navigate(address("/registers/duplicates"));
        looksRight(desk, "register-duplicates");
        assertThat(chromium.scriptErrors()).isEmpty();
    }

    @Test
    void aFunderFollowsANumberFromTheMap() {
        for (String name : List.of("บัวลอย", "ดอกแก้ว", "มานี", "ปิติ", "ชูใจ", "วีระ")) {
            verified(person(name, "facilitator"));
        }
        for (String name : List.of("สมคิด", "ประยูร", "มาลี", "บุญมี", "คำปัน", "อารีย์", "สุรชัย")) {
            verified(personAt(LAMPHUN, name, "facilitator"));
        }
        Page phone = signIn(funder, Screen.PHONE);
        phone.navigate(address("/registers"));
        phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("แผนที่รายจังหวัด")).first().click();
        phone.locator("select[name=what]").selectOption("IND4");
        button(phone, "แสดง").click();
        looksRight(phone, "map-funder-phone");
        assertThat(phone.content()).contains("ลำพูน 7");
        phone.locator(".skip-map").focus();
        phone.keyboard().press("Enter");
        assertThat(phone.evaluate("document.activeElement.id")).isEqualTo("map-table");

        Page desk = signIn(officer, Screen.DESKTOP);
        desk.navigate(address("/registers/map?what=IND4"));
        looksRight(desk, "map");
        desk.locator("a.tile[aria-label='เชียงใหม่ 6']").focus();
        desk.keyboard().press("Enter");
        desk.waitForURL("**/indicators/IND4?centre=TH-50");
        assertThat(desk.locator("#records").textContent()).contains("บัวลอย ทดสอบ");

        phone.locator("a.tile[aria-label='เชียงใหม่ 6']").click();
        phone.waitForURL("**/indicators/IND4?centre=TH-50");
        assertThat(phone.content()).as("sums and who vouched for them, nobody's name").doesNotContain("บัวลอย");
        looksRight(phone, "map-followed-phone");
        assertThat(chromium.scriptErrors()).isEmpty();
    }

    private void looksRight(Page page, String name) {
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
        page.locator("#password").fill(PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL(address("/"));
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
