package org.thun.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import org.thun.testing.Chromium;
import org.thun.testing.Chromium.Screen;

/** Somebody at the demonstration, with a browser of their own. Speaks of the screen as people do: labels and words. */
final class Visitor implements AutoCloseable {

    static final String PASSWORD = "thun-demo";

    private static final int PATIENCE = 15_000;

    private final BrowserContext context;
    private final String address;
    private Page page;

    private Visitor(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.page = context.newPage();
    }

    static Visitor signedOut(Chromium chromium, int port, Screen screen) {
        return new Visitor(chromium.signedOut(Chromium.THAI, screen), "http://localhost:" + port);
    }

    static Visitor signedIn(Chromium chromium, int port, String username, Screen screen) {
        Visitor visitor = signedOut(chromium, port, screen);
        visitor.signIn(username, PASSWORD);
        visitor.page.waitForURL(url -> !url.contains("/signin"));
        return visitor;
    }

    void signIn(String username, String password) {
        open("/signin");
        page.fill("#username", username);
        page.fill("#password", password);
        page.click("form.signin button[type=submit]");
    }

    Page page() {
        return page;
    }

    /** A second tab of the same person; the next words are about it. Gives the first one. */
    Page openTab() {
        Page first = page;
        page = context.newPage();
        return first;
    }

    /** Back to a tab opened before. */
    void turnTo(Page tab) {
        page = tab;
        page.bringToFront();
    }

    /** Opens an address inside the application. Gives the status it was answered with. */
    int open(String path) {
        return page.navigate(path.startsWith("http") ? path : address + path).status();
    }

    /** The address shown, without host. */
    String path() {
        return page.url().substring(address.length());
    }

    void language(Locale locale) {
        page.locator(".languages a[hreflang=" + locale.getLanguage() + "]").click();
        assertThat(page.locator("html")).hasAttribute("lang", locale.getLanguage());
    }

    /** Tasks of the to-do list with that name, the most urgent first. */
    Locator tasks(String name) {
        open("/");
        return page.locator(".task").filter(new Locator.FilterOptions().setHas(
                page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true))));
    }

    /** Opens the most urgent task of that name and waits for its form. Gives its address. */
    String openTask(String name) {
        tasks(name).first().locator("h2 a").click();
        return formIsThere();
    }

    String formIsThere() {
        assertThat(page.locator(".form-end .btn-primary")).isVisible();
        return path();
    }

    /** What the opened task is about. */
    String subject() {
        return page.locator("main .lead").first().innerText();
    }

    /** The number of the case that the opened task belongs to. */
    String caseNumber() {
        return page.locator(".crumbs li").last().innerText();
    }

    void follow(String link) {
        page.locator("#main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link).setExact(true))
                .first().click();
    }

    void choose(String choice) {
        page.getByLabel(choice, new Page.GetByLabelOptions().setExact(true)).first().check();
    }

    /** A field to write or choose in, by the words beside it. */
    Locator field(String label) {
        return page.locator("#main").getByLabel(label).and(
                page.locator("input:not([type=radio], [type=checkbox]), textarea, select"));
    }

    void fill(String label, String text) {
        write(field(label).first(), text);
    }

    /** Types and leaves the field, as people do before they go on. */
    static void write(Locator field, String text) {
        field.fill(text);
        field.blur();
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
    }

    /** Sends a task's form. */
    void submit() {
        page.locator(".form-end .btn-primary").click();
    }

    /** Sends a task's form and sees that it was taken. */
    void finish() {
        String place = path();
        submit();
        page.waitForCondition(() -> !path().equals(place) || page.locator(".error-summary").isVisible()
                && page.locator(".form-end .btn-primary").isEnabled());
        if (path().equals(place)) {
            throw new AssertionError("not taken: " + page.locator(".error-summary").innerText());
        }
        assertThat(page.locator(".flash-good")).isVisible();
    }

    void sees(String... words) {
        for (String each : words) {
            assertThat(page.locator("#main, main").first()).containsText(each);
        }
    }

    /** Waits until the parts of the page that scripts draw are there. */
    void settle() {
        assertThat(page.locator(".island-waiting")).hasCount(0);
    }

    /** Faults of this page that any reader would notice. */
    List<String> faults() {
        return Faults.of(page);
    }

    @Override
    public void close() {
        context.close();
    }
}
