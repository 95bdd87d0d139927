package org.thun.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.thun.testing.Axe;
import org.thun.testing.Chromium;
import org.thun.testing.Chromium.Screen;

/**
 * Every page that a person of a role can reach by links, in Thai on a phone and in English at a desk: it opens, says
 * everything in words, fits the screen and is accessible. Of pages that differ only by what they are about, one is opened.
 */
@Demonstration
class EveryPage {

    /** Enough for every kind of page; a list of links that grows with its own pages would otherwise never end. */
    private static final int PAGES = 90;
    private static final Pattern FILE = Pattern.compile(".*(\\.(pdf|xlsx|html|csv|json|xml|docx|png)|/export|/files/[^/]*|/xml|/content)$");
    private static final Pattern IDENTITY = Pattern.compile(
            "(?<=/)([0-9A-HJKMNP-TV-Z]{26}|[0-9a-f]{8}-[0-9a-f-]{27}|\\d+|[^/]*%[^/]*|[^/]*:\\d+:[^/]*|TH-\\d+|BKK-\\w+)(?=/|$)");
    private static final int DESK_WIDTH = 1280;
    private static final int PHONE_WIDTH = 360;
    private static final int HEIGHT = 800;

    /** Shapes of pages that axe-core has already seen. */
    private static final Set<String> CHECKED = new HashSet<>();
    private static final Set<String> PICTURED = new HashSet<>();

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

    @ParameterizedTest
    @ValueSource(strings = {"po", "gl", "cd", "fm", "ev", "sa", "fr", "ap", "rv", "em", "gc", "gf", "cc", "mt", "fa", "au", "pr"})
    @DisplayName("every page is sound for")
    void everyPageIsSound(String username) {
        int errorsBefore = chromium.scriptErrors().size();
        Map<String, List<String>> faults = new LinkedHashMap<>();
        try (Visitor visitor = Visitor.signedIn(chromium, port, username, Screen.PHONE)) {
            List<String> pages = walk(visitor, faults);
            readInEnglish(visitor, pages, faults);
        }
        List<String> scriptErrors = chromium.scriptErrors().subList(errorsBefore, chromium.scriptErrors().size());
        if (!scriptErrors.isEmpty()) {
            faults.put("scripts", scriptErrors);
        }
        assertThat(faults).as("faults of pages as %s sees them", username).isEmpty();
    }

    /** Follows links until every kind of page was seen, in Thai on a phone. */
    private List<String> walk(Visitor visitor, Map<String, List<String>> faults) {
        Deque<String> waiting = new ArrayDeque<>(List.of("/"));
        Set<String> known = new HashSet<>(Set.of("/"));
        List<String> pages = new ArrayList<>();
        while (!waiting.isEmpty() && pages.size() < PAGES) {
            String path = waiting.poll();
            List<String> found = look(visitor, path);
            pages.add(path);
            if (PICTURED.add(kind(path))) {
                found.addAll(atDesk(visitor.page(), path, "th"));
            }
            if (!found.isEmpty()) {
                faults.put(path, found);
            }
            for (String link : links(visitor.page())) {
                if (known.add(kind(link))) {
                    waiting.add(link);
                }
            }
        }
        return pages;
    }

    private void readInEnglish(Visitor visitor, List<String> pages, Map<String, List<String>> faults) {
        visitor.open("/?lang=en");
        visitor.page().setViewportSize(DESK_WIDTH, HEIGHT);
        for (String path : pages) {
            List<String> found = look(visitor, path);
            found.addAll(Faults.thaiLeftOver(visitor.page()));
            if (PICTURED.add("en " + kind(path))) {
                Chromium.screenshot(visitor.page(), name(path, "en", DESK_WIDTH));
                visitor.page().setViewportSize(PHONE_WIDTH, HEIGHT);
                found.addAll(Faults.of(visitor.page()));
                Chromium.screenshot(visitor.page(), name(path, "en", PHONE_WIDTH));
                visitor.page().setViewportSize(DESK_WIDTH, HEIGHT);
            }
            if (!found.isEmpty()) {
                faults.put(path + " (en)", found);
            }
        }
    }

    private List<String> look(Visitor visitor, String path) {
        Page page = visitor.page();
        Response response = page.navigate("http://localhost:" + port + path);
        if (response.status() != 200) {
            return new ArrayList<>(List.of("answered " + response.status()));
        }
        visitor.settle();
        List<String> found = new ArrayList<>(Faults.of(page));
        if (CHECKED.add(shape(page, path))) {
            try {
                Axe.assertNoViolations(page);
            } catch (AssertionError e) {
                found.add(e.getMessage());
            }
        }
        return found;
    }

    /** The same page, still in Thai, on the large screen; pictures of both. */
    private List<String> atDesk(Page page, String path, String language) {
        Chromium.screenshot(page, name(path, language, PHONE_WIDTH));
        page.setViewportSize(DESK_WIDTH, HEIGHT);
        List<String> found = Faults.of(page);
        Chromium.screenshot(page, name(path, language, DESK_WIDTH));
        page.setViewportSize(PHONE_WIDTH, HEIGHT);
        return found;
    }

    private List<String> links(Page page) {
        List<?> addresses = (List<?>) page.evaluate("""
                () => [...document.querySelectorAll('.mainnav a, .who a, #main a')]
                    .filter((link) => link.origin === location.origin && !link.hasAttribute('download')
                        && link.target !== '_blank' && !link.search.includes('lang='))
                    .map((link) => link.pathname + link.search)""");
        return addresses.stream().map(Object::toString).filter(link -> !FILE.matcher(link.split("\\?")[0]).matches()).toList();
    }

    /** The address without what it is about: one page of each kind is enough. */
    private static String kind(String path) {
        return IDENTITY.matcher(path.split("\\?")[0]).replaceAll("*");
    }

    private static String shape(Page page, String path) {
        return kind(path) + page.evaluate("""
                () => [...new Set([...document.body.querySelectorAll('*:not(svg *)')]
                    .map((element) => element.tagName + '.' + element.className))].sort().join()""");
    }

    private static String name(String path, String language, int width) {
        String place = kind(path).replaceAll("[^\\w-]+", "_").replaceAll("^_|_$", "");
        return "pages/" + (place.isEmpty() ? "home" : place) + "-" + language + "-" + width;
    }
}
