package org.thun.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.thun.identity.Accounts;
import org.thun.identity.Accounts.NewAccount;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.parties.Organisations;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.testing.Axe;
import org.thun.testing.Chromium;
import org.thun.testing.Chromium.Screen;
import org.thun.testing.RequiresBrowser;

/** The programme pages in a browser: accessible, and usable on the narrowest screen. */
@RequiresBrowser
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class ProgrammePagesIT {

    private static final List<String> TABS =
            List.of("", "/plan", "/schedule?start=1/5/2559", "/indicators", "/centres", "/rules", "/versions");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisations organisations;

    private Chromium chromium;
    private String username;

    @BeforeEach
    void launch() {
        chromium = Chromium.launch();
        username = "reader-" + Ids.next();
        String id = accounts.create(
                new NewAccount(username, "a-long-password", new LocalizedText("ผู้อ่าน", "Reader"), null, false));
        accounts.appoint(id, new Post(Role.PO, ScopeKind.ALL, "*", LocalDate.EPOCH, null), null);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void pagesOfTheReferenceProgrammeAreAccessible(Screen screen) {
        Page page = signIn(screen);
        for (String tab : TABS) {
            page.navigate(address("/programmes/ldi-pracharath-2" + tab));
            Axe.assertNoViolations(page);
            assertThat(fitsTheScreen(page)).as("no sideways scrolling of the page at %s", tab).isTrue();
            Chromium.screenshot(page, "programme-" + screen.name().toLowerCase() + "-" + tab.replaceAll("\\W+", "_"));
        }
        assertThat(chromium.scriptErrors()).isEmpty();
    }

    @Test
    void scheduleKeepsTheActivityInSightWhileTheMonthsScroll() {
        Page page = signIn(Screen.PHONE);
        page.navigate(address("/programmes/ldi-pracharath-2/schedule"));
        page.evaluate("document.querySelector('.gantt-wrap').scrollLeft = 400");
        double left = page.locator("table.gantt tbody tr th").nth(1).boundingBox().x;
        double wrap = page.locator(".gantt-wrap").boundingBox().x;
        assertThat(left - wrap).isBetween(-1.0, 2.0);
    }

    @Test
    void otherPagesAreAccessible() {
        Page page = signIn(Screen.DESKTOP);
        String organisation = organisations.findByCode("LDI").orElseThrow().id();
        for (String path : List.of("/programmes", "/programmes/community-crisis-microgrants",
                "/programmes/strong-community-research/indicators", "/organisations", "/organisations/new",
                "/organisations/" + organisation)) {
            page.navigate(address(path));
            Axe.assertNoViolations(page);
            Chromium.screenshot(page, "other-" + path.replaceAll("\\W+", "_"));
        }
    }

    private Page signIn(Screen screen) {
        BrowserContext context = chromium.signedOut(Chromium.THAI, screen);
        Page page = context.newPage();
        page.navigate(address("/signin"));
        page.fill("#username", username);
        page.fill("#password", "a-long-password");
        page.click("button[type=submit].btn-primary");
        page.waitForURL(url -> !url.contains("/signin"));
        return page;
    }

    private static boolean fitsTheScreen(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
