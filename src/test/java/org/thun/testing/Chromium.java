package org.thun.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The machine's own Chromium, without a window. Start it once for a test class; every person in a journey gets a
 * {@linkplain #signedOut context} of their own. Playwright is not thread-safe: use it from the thread that launched it.
 */
public final class Chromium implements AutoCloseable {

    /** A person at a desk, and the narrowest screen Thun promises to be usable on. */
    public enum Screen {
        DESKTOP(1280, 800),
        PHONE(360, 740);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    public static final Locale THAI = Locale.forLanguageTag("th-TH");
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> scriptErrors = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** @throws com.microsoft.playwright.PlaywrightException when there is no Chromium; see {@link RequiresBrowser} */
    public static Chromium launch() {
        // Playwright would download a browser of its own, which is not to be had everywhere.
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Chromium(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setHeadless(true)
                    .setArgs(ARGUMENTS)));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    static Path executable() {
        return Path.of(Optional.ofNullable(System.getenv("THUN_CHROMIUM")).orElse("/usr/bin/chromium"));
    }

    static Optional<String> whyMissing(Path executable) {
        return Files.isExecutable(executable)
                ? Optional.empty()
                : Optional.of("No Chromium at " + executable + " (install it, or name another in THUN_CHROMIUM)");
    }

    /**
     * A fresh browser profile without cookies, in the time zone of the programme. Motion is reduced, so that neither
     * screenshots nor accessibility checks meet a half-finished transition.
     */
    public BrowserContext signedOut(Locale locale, Screen screen) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(locale.toLanguageTag())
                .setTimezoneId("Asia/Bangkok")
                .setViewportSize(screen.width, screen.height)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.onWebError(error -> scriptErrors.add(error.page().url() + ": " + error.error()));
        context.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                scriptErrors.add(message.location() + ": " + message.text());
            }
        });
        return context;
    }

    /**
     * Errors that pages of this browser met so far: uncaught exceptions, blocked or missing resources. A journey that
     * looks right can still have them.
     */
    public List<String> scriptErrors() {
        return List.copyOf(scriptErrors);
    }

    /** Keeps the whole page as {@code target/screenshots/<name>.png}. */
    public static Path screenshot(Page page, String name) {
        Path file = SCREENSHOTS.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
