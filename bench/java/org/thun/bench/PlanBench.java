package org.thun.bench;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.thun.activities.ActivityFixture;
import org.thun.bench.Bench.Result;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.testing.Chromium;

/**
 * The plan of a grant of 500 activities as a page, over HTTP, against the bare list of the same occurrences (the JSON of the
 * API: same session, rights and rows, nothing drawn): time of the server, and weight on the wire. How soon the page answers
 * keys is measured in Chromium and printed.
 */
final class PlanBench {

    private static final String FILE = "ldi-pracharath-2.yaml";
    private static final int ACTIVITIES = 500;
    private static final int WARM_UP = 150;
    private static final int RUNS = 100;
    private static final int KEYS = 50;

    List<Result> run() throws Exception {
        Path folder = Files.createTempDirectory("bench-plan");
        Files.writeString(folder.resolve(FILE), large(delivered()));
        try (RunningThun thun = new RunningThun("--thun.programmes.dir=" + folder)) {
            Grant grant = thun.bean(ActivityFixture.class).running(thun.bean(GrantFixture.class).today());
            Actor officer = thun.bean(GrantFixture.class).ofProgramme(Role.PO);
            Browser browser = new Browser(thun.address(), officer.username(), GrantFixture.PASSWORD);
            String page = grant.path() + "/plan";
            String list = "/api/v1/grants/" + grant.id() + "/plan";
            measure(browser, page, list, WARM_UP);
            Result time = measure(browser, page, list, RUNS);
            Result weight = new Result("weight of that page, gzip", "weight of that list, gzip", "size",
                    gzip(browser.get(page)), gzip(browser.get(list)), 4, "KB");
            tellHowSoonItAnswers(thun.address(), officer.username(), page);
            return List.of(time, weight);
        }
    }

    private static Result measure(Browser browser, String page, String list, int runs) throws Exception {
        Timings measured = new Timings(runs);
        Timings baseline = new Timings(runs);
        for (int i = 0; i < runs; i++) {
            baseline.measure(() -> browser.get(list));
            measured.measure(() -> {
                if (!browser.get(page).contains("plan-grid")) {
                    throw new IllegalStateException("a page without a plan is not what we measure");
                }
            });
        }
        return new Result("plan of " + ACTIVITIES + " activities as a page", "the same as a bare list", "median",
                measured.micros(0.5), baseline.micros(0.5), 6);
    }

    /** Thousandths of a kilobyte, as results count thousandths. */
    private static double gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private static void tellHowSoonItAnswers(String address, String username, String path) {
        try (Chromium chromium = Chromium.launch();
                var context = chromium.signedOut(Chromium.THAI, Chromium.Screen.DESKTOP)) {
            Page page = context.newPage();
            page.navigate(address + "/signin");
            page.fill("#username", username);
            page.fill("#password", GrantFixture.PASSWORD);
            page.click("form.signin button[type=submit]");
            page.navigate(address + path);
            page.waitForSelector("#plan-grid-keys");
            double interactive = ((Number) page.evaluate(
                    "performance.getEntriesByType('navigation')[0].domInteractive")).doubleValue();
            page.locator("#plan-grid a").first().focus();
            long began = System.nanoTime();
            for (int i = 0; i < KEYS; i++) {
                page.keyboard().press("ArrowDown");
            }
            double perKey = (System.nanoTime() - began) / 1e6 / KEYS;
            System.out.printf(Locale.ROOT, "plan in Chromium: interactive after %.0f ms, an arrow key takes %.1f ms%n",
                    interactive, perKey);
        }
    }

    private static String delivered() throws IOException {
        try (InputStream file = PlanBench.class.getResourceAsStream("/programmes/" + FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The reference programme with so many more activities: bars with and without an end, and marks. */
    private static String large(String definition) {
        String lastActivity = "        institute_fee: true\n";
        String lastRow = "  - {activity: \"4.4\", marks: [18]}\n";
        int delivered = definition.split("\n      - code: \"", -1).length - 1;
        StringBuilder activities = new StringBuilder(lastActivity);
        StringBuilder schedule = new StringBuilder(lastRow);
        for (int i = 1; i <= ACTIVITIES - delivered; i++) {
            String code = "5." + i;
            activities.append("      - code: \"%s\"\n        title: {th: กิจกรรมทดสอบความเร็ว %d, en: Measured activity %d}\n"
                    .formatted(code, i, i));
            int from = 1 + i % 12;
            schedule.append("  - {activity: \"%s\", ".formatted(code)).append(switch (i % 3) {
                case 0 -> "bars: [{from: %d, open_end: true}]".formatted(from);
                case 1 -> "bars: [{from: %d, to: %d}]".formatted(from, from + 5);
                default -> "marks: [%d, %d]".formatted(from, from + 6);
            }).append("}\n");
        }
        String large = definition.replace(lastActivity, activities).replace(lastRow, schedule);
        if (large.length() < 2 * definition.length()) {
            throw new IllegalStateException(FILE + " no longer ends its lists as this benchmark expects");
        }
        return large;
    }
}
