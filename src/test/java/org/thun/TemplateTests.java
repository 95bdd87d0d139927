package org.thun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Static checks over all templates. */
class TemplateTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*(?:src=|type=\"application/json\"))[^>]*>");
    private static final Pattern HANDLER = Pattern.compile("\\s(?:th:)?on[a-z]+=\"|\\shx-on|javascript:");
    private static final Pattern ELEMENT = Pattern.compile("<[a-z](?:[^<>\"]|\"[^\"]*\")*>");

    /** Thymeleaf replaces an element before it looks at a condition, loop or variable on it: these would be silently ignored. */
    @Test
    void noElementIsReplacedUnderAConditionOrLoopOfItsOwn() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<String> ignored = files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(TemplateTests::conditionsAndLoopsThatAreIgnored)
                    .toList();
            assertThat(ignored).as("wrap these in a th:block that carries the condition or loop").isEmpty();
        }
    }

    /** The Content-Security-Policy would block them, and only a browser would notice. */
    @Test
    void keepsScriptsOutOfPages() throws IOException {
        assertThat(templatesWhere(INLINE_SCRIPT.asPredicate().or(HANDLER.asPredicate()))).isEmpty();
    }

    /**
     * Both would write what users typed as HTML. The live report shows what a template of ours has filled, and the plan the
     * empty cells between two bars, thousands in a large plan.
     */
    @Test
    void writesTextsAsText() throws IOException {
        assertThat(templatesWhere(page -> page.contains("th:utext") || page.contains("[(")))
                .isSubsetOf("activities/plan.html", "reporting/live.html");
    }

    private static List<String> templatesWhere(Predicate<String> holds) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".html")).sorted().toList()) {
                if (holds.test(Files.readString(file))) {
                    found.add(TEMPLATES.relativize(file).toString());
                }
            }
        }
        return found;
    }

    private static Stream<String> conditionsAndLoopsThatAreIgnored(Path file) {
        try {
            return ELEMENT.matcher(Files.readString(file)).results()
                    .map(MatchResult::group)
                    .filter(element -> element.contains("th:replace="))
                    .filter(element -> Stream.of("th:if=", "th:unless=", "th:each=", "th:with=").anyMatch(element::contains))
                    .map(element -> TEMPLATES.relativize(file) + ": " + element.replaceAll("\\s+", " "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
