package org.thun.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
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
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.testing.Axe;
import org.thun.testing.Chromium;
import org.thun.testing.Chromium.Screen;
import org.thun.testing.RequiresBrowser;

/** An administrator moves runs in a browser: accessible on the way, on a desk and on the narrowest screen. */
@RequiresBrowser
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties =
        "spring.datasource.url=jdbc:h2:mem:migration-pages;MODE=MySQL;DB_CLOSE_DELAY=-1;DEFAULT_LOCK_TIMEOUT=10000")
@ActiveProfiles("test")
class MigrationPagesIT {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    MovingModels models;

    private Chromium chromium;
    private String username;

    @BeforeEach
    void launch() {
        chromium = Chromium.launch();
        username = "admin-" + Ids.next();
        String id = accounts.create(
                new NewAccount(username, "a-long-password", new LocalizedText("ผู้ดูแล", "Administrator"), null, false));
        accounts.appoint(id, new Post(Role.SA, ScopeKind.ALL, "*", LocalDate.EPOCH, null), null);
    }

    @AfterEach
    void close() {
        chromium.close();
        models.remove();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    @DisplayName("tries a move, sees who cannot come along and why, and moves the rest with a reason")
    void movesRuns(Screen screen) {
        String old = models.deployTwoVersions("test-browser-moves");
        Page page = signIn(screen);
        page.navigate(address("/admin/processes"));
        check(page, screen, "models");
        page.click("a[href='/admin/processes/" + old + "']");
        page.waitForURL(url -> url.contains("test-browser-moves"));
        check(page, screen, "model");
        page.click("form[action$='/trial'] button");
        page.waitForURL(url -> url.contains("/admin/processes/migrations/"));
        assertThat(page.textContent("main")).contains("รอ wait_checkedAgain", "ทุนที่ตรวจซ้ำ");
        check(page, screen, "trial");
        page.fill("#reason", "แบบใหม่ไม่ต้องตรวจซ้ำ");
        page.click("form[action$='/move'] button");
        page.waitForURL(url -> !url.endsWith("/move") && url.contains("/admin/processes/migrations/"));
        page.waitForSelector("text=ย้ายแล้ว");
        check(page, screen, "move");
        assertThat(chromium.scriptErrors()).isEmpty();
    }

    private static void check(Page page, Screen screen, String name) {
        Axe.assertNoViolations(page);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling of %s", name)
                .isTrue();
        Chromium.screenshot(page, "migration-" + screen.name().toLowerCase() + "-" + name);
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

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
