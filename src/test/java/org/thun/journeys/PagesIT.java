package org.thun.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.thun.testing.Axe;
import org.thun.testing.Chromium;
import org.thun.testing.Chromium.Screen;

/**
 * Every page that a person of a role can reach by links, in Thai and in English, on a phone and at a desk: it opens, says
 * everything in words, fits the screen and is accessible. All pages are read as the server sends them; a page is shown in the
 * browser if it has a kind of element that no page of its kind had before, whoever saw it. Nothing is changed on the way.
 * With {@code -Dthun.pictures=true} what is shown is kept under {@code target/screenshots/pages}.
 */
@Demonstration
class PagesIT {

    /** Far more than there are kinds of pages: lists that link to filters of themselves must not keep us here. */
    private static final int PAGES = 200;
    private static final Pattern FILE =
            Pattern.compile(".*(\\.(pdf|xlsx|csv|json|xml|docx|png|svg|zip)|/export|/files/[^/]*|/xml|/content)$");
    private static final Pattern IDENTITY = Pattern.compile("(?<=/)([0-9A-Za-z]{26}|[A-Z]+\\d+|[0-9a-f]{8}-[0-9a-f-]{27}"
            + "|\\d+|[^/]*%[^/]*|[^/]*:\\d+:[^/]*|TH-\\d+|BKK-\\w+)(?=/|$)");
    private static final int DESK_WIDTH = 1280;
    private static final int PHONE_WIDTH = 360;
    private static final int HEIGHT = 800;

    /** Kinds of elements that have been shown, by kind of page. */
    private static final Map<String, Set<String>> SHOWN = new HashMap<>();

    private static Chromium chromium;
    private static int pictures;

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

    @ParameterizedTest
    @ValueSource(strings = {"po", "gl", "gc", "gf", "cc", "cd", "mt", "rv", "ap", "pr", "ev", "em", "fm", "fa", "au", "fr", "sa"})
    @DisplayName("every page is sound for")
    void everyPageIsSound(String username) {
        int errorsBefore = chromium.scriptErrors().size();
        Map<String, List<String>> faults = new LinkedHashMap<>();
        try (Visitor visitor = Visitor.signedIn(chromium, port, username, Screen.PHONE)) {
            walk(visitor, faults);
        }
        List<String> scriptErrors = chromium.scriptErrors().subList(errorsBefore, chromium.scriptErrors().size());
        if (!scriptErrors.isEmpty()) {
            faults.put("scripts", scriptErrors);
        }
        assertThat(faults).as("faults of pages as %s sees them", username).isEmpty();
    }

    @Test
    void signInPageIsSound() {
        try (Visitor visitor = Visitor.signedOut(chromium, port, Screen.PHONE)) {
            assertThat(show(visitor.page(), "/signin")).isEmpty();
        }
    }

    @Test
    void whatDoesNotExistIsSaidSoundly() {
        try (Visitor visitor = Visitor.signedIn(chromium, port, "po", Screen.PHONE)) {
            assertThat(visitor.open("/grants/none")).isEqualTo(404);
            List<String> faults = new ArrayList<>(Faults.of(visitor.page()));
            assertThat(visitor.open("/grants/none?lang=en")).isEqualTo(404);
            faults.addAll(Faults.of(visitor.page()));
            faults.addAll(Faults.thaiLeftOver(visitor.page()));
            Axe.assertNoViolations(visitor.page());
            assertThat(faults).isEmpty();
        }
    }

    /** Follows links until every kind of page was read. */
    private void walk(Visitor visitor, Map<String, List<String>> faults) {
        Deque<String> waiting = new ArrayDeque<>(List.of("/"));
        Set<String> known = new HashSet<>(Set.of("/"));
        int read = 0;
        while (!waiting.isEmpty() && read++ < PAGES) {
            String path = waiting.poll();
            List<String> found = new ArrayList<>();
            APIResponse answer = visitor.page().request().get(address(path, "th"));
            if (answer.status() != 200) {
                found.add("answered " + answer.status());
            } else if (answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
                PageSource page = new PageSource(answer.text());
                found.addAll(Faults.inWords(page.words()));
                found.addAll(Faults.inWords(new PageSource(
                        visitor.page().request().get(address(path, "en")).text()).words()));
                if (SHOWN.computeIfAbsent(kind(path.split("\\?")[0], page.heading()), kind -> new HashSet<>())
                        .addAll(page.elements())) {
                    found.addAll(show(visitor.page(), path));
                }
                for (PageSource.Link link : page.links()) {
                    if (!FILE.matcher(link.path().split("\\?")[0]).matches() && known.add(kind(link.path(), link.words()))) {
                        waiting.add(link.path());
                    }
                }
            }
            if (!found.isEmpty()) {
                faults.put(path, found.stream().distinct().toList());
            }
        }
    }

    /** Both languages on both screens. What axe-core sees depends on the screen, not on the language: once each. */
    private List<String> show(Page page, String path) {
        page.setViewportSize(PHONE_WIDTH, HEIGHT);
        List<String> found = new ArrayList<>(open(page, path, "th"));
        found.addAll(look(page, path, "th", PHONE_WIDTH));
        found.addAll(accessibility(page));
        page.setViewportSize(DESK_WIDTH, HEIGHT);
        found.addAll(look(page, path, "th", DESK_WIDTH));
        found.addAll(open(page, path, "en"));
        found.addAll(look(page, path, "en", DESK_WIDTH));
        found.addAll(accessibility(page));
        found.addAll(Faults.thaiLeftOver(page));
        page.setViewportSize(PHONE_WIDTH, HEIGHT);
        found.addAll(look(page, path, "en", PHONE_WIDTH));
        return found;
    }

    private List<String> open(Page page, String path, String language) {
        Response response = page.navigate(address(path, language));
        page.waitForCondition(() -> page.locator(".island-waiting").count() == 0);
        return response.status() == 200 ? List.of() : List.of("answered " + response.status());
    }

    private static List<String> look(Page page, String path, String language, int width) {
        if (Boolean.getBoolean("thun.pictures")) {
            String place = kind(path, "").replaceAll("[^\\w-]+", "_").replaceAll("^_|_$", "");
            Chromium.screenshot(page, "pages/%03d-%s-%s-%d".formatted(pictures++ / 4, place, language, width));
        }
        return Faults.of(page);
    }

    private static List<String> accessibility(Page page) {
        try {
            Axe.assertNoViolations(page);
            return List.of();
        } catch (AssertionError e) {
            return List.of(e.getMessage());
        }
    }

    private String address(String path, String language) {
        return "http://localhost:" + port + path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    /**
     * The address without what it is about, and whether something was chosen on it; the pages of tasks, which have different
     * forms, by what they are called.
     */
    private static String kind(String path, String words) {
        String place = path.split("\\?")[0];
        String kind = IDENTITY.matcher(place).replaceAll("*") + (place.equals(path) ? "" : "?");
        return place.startsWith("/tasks/") ? kind + " " + words : kind;
    }
}
