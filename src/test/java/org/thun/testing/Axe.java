package org.thun.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/** Checks pages against what axe-core can decide of WCAG 2.2 AA. */
public final class Axe {

    private static final List<String> WCAG_2_2_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Axe() {
    }

    /** Fails with each rule the page breaks, why it matters, and the elements concerned. */
    public static void assertNoViolations(Page page) {
        AxeResults results = new AxeBuilder(page).withTags(WCAG_2_2_AA).analyze();
        if (results.getPasses().isEmpty()) {
            Assertions.fail("axe-core checked nothing on " + page.url());
        }
        if (!results.getViolations().isEmpty()) {
            Assertions.fail(page.url() + " is not accessible:" + results.getViolations().stream()
                    .map(Axe::describe).collect(Collectors.joining()));
        }
    }

    private static String describe(Rule rule) {
        return "%n- %s (%s): %s%n  %s%n%s".formatted(rule.getId(), rule.getImpact(), rule.getHelp(), rule.getHelpUrl(),
                rule.getNodes().stream().map(CheckedNode::getHtml).collect(Collectors.joining("\n    ", "    ", "")));
    }
}
