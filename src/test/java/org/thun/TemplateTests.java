package org.thun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Static checks over all templates. */
class TemplateTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern ELEMENT = Pattern.compile("<[a-z](?:[^<>\"]|\"[^\"]*\")*>");

    /** Thymeleaf replaces an element before it looks at a condition or loop on it: these would be silently ignored. */
    @Test
    void noElementIsReplacedUnderAConditionOrLoopOfItsOwn() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<String> ignored = files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(TemplateTests::conditionsAndLoopsThatAreIgnored)
                    .toList();
            assertThat(ignored).as("wrap these in a th:block that carries the condition or loop").isEmpty();
        }
    }

    private static Stream<String> conditionsAndLoopsThatAreIgnored(Path file) {
        try {
            return ELEMENT.matcher(Files.readString(file)).results()
                    .map(MatchResult::group)
                    .filter(element -> element.contains("th:replace="))
                    .filter(element -> Stream.of("th:if=", "th:unless=", "th:each=").anyMatch(element::contains))
                    .map(element -> TEMPLATES.relativize(file) + ": " + element.replaceAll("\\s+", " "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
