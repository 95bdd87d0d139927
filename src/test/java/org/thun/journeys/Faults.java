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

    private static final Pattern THAI = Pattern.compile("[\\u0E01-\\u0E5B]{2,}");

    /** Words of the page itself. Titles, names and what people have written may be in any language. */
    private static final String LABELS = """
            () => [...document.querySelectorAll('main label, main th[scope=col], main dt, main button, main legend, main h2, '
                + '.mainnav a, .tabs a, .crumbs li:first-child, .badge, .footer, .form-js label, .form-js legend')]
                .filter((element) => !element.closest('[lang=th]'))
                .map((element) => element.innerText.trim())""";

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
        List<String> faults = inWords((String) page.evaluate("document.title + '\\n' + document.body.innerText"));
        List<?> wide = (List<?>) page.evaluate(WIDER_THAN_THE_SCREEN);
        if (!wide.isEmpty()) {
            faults.add("the page scrolls sideways at " + page.viewportSize().width + ": " + wide);
        }
        if (page.locator("main h1").count() == 0) {
            faults.add("no heading");
        }
        return faults;
    }

    /** Texts that are missing, and words of the program where words of people belong. */
    static List<String> inWords(String text) {
        List<String> faults = new ArrayList<>();
        find(MISSING_TEXT, text, "text missing", faults);
        find(PROGRAM_TEXT, text, "the program's word", faults);
        return faults;
    }

    /** Labels, headings and buttons that stayed Thai on an English page. */
    static List<String> thaiLeftOver(Page page) {
        return ((List<?>) page.evaluate(LABELS)).stream()
                .map(Object::toString)
                .filter(label -> THAI.matcher(label).find())
                .distinct()
                .map("Thai on an English page: "::concat)
                .toList();
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
