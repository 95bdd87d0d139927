package org.thun.journeys;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a page for whoever reads it, beside what axe-core finds. */
final class Faults {

    private static final Pattern MISSING_TEXT = Pattern.compile("\\?\\?[^?]*\\?\\?");
    /** Words of the program where words of people belong: constants, classes, placeholders, missing values. */
    private static final Pattern PROGRAM_TEXT = Pattern.compile(
            "\\b(org\\.thun\\.|java\\.|null\\b|undefined\\b|NaN\\b|\\[object )|\\{\\d}|\\b[A-Z]{2,}_[A-Z_]{2,}\\b");

    private static final String WIDER_THAN_THE_SCREEN = """
            () => {
              const edge = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= edge) return [];
              const scrolls = (element) => element && element !== document.body && element !== document.documentElement
                  && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
              return [...document.body.querySelectorAll('*')]
                  .filter((element) => element.getBoundingClientRect().right > edge + 1 && !scrolls(element.parentElement))
                  .slice(0, 5)
                  .map((element) => element.tagName.toLowerCase() + '.' + element.className);
            }""";

    private Faults() {}

    static List<String> of(Page page) {
        List<String> faults = new ArrayList<>();
        String text = (String) page.evaluate("document.title + '\\n' + document.body.innerText");
        find(MISSING_TEXT, text, "text missing", faults);
        find(PROGRAM_TEXT, text, "the program's word", faults);
        List<?> wide = (List<?>) page.evaluate(WIDER_THAN_THE_SCREEN);
        if (!wide.isEmpty()) {
            faults.add("the page scrolls sideways at " + page.viewportSize().width + ": " + wide);
        }
        if (page.locator("main h1").count() == 0) {
            faults.add("no heading");
        }
        return faults;
    }

    private static void find(Pattern pattern, String text, String what, List<String> faults) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int from = Math.max(0, matcher.start() - 30);
            int to = Math.min(text.length(), matcher.end() + 30);
            faults.add(what + ": …" + text.substring(from, to).replaceAll("\\s+", " ") + "…");
        }
    }
}
