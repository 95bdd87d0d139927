package org.thun.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Content-Security-Policy would block, found before a browser finds it. */
class TemplatesTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*(?:src=|type=\"application/json\"))[^>]*>");
    private static final Path FILLED_REPORT = Path.of("reporting", "live.html");
    private static final Pattern HANDLER = Pattern.compile("\\s(?:th:)?on[a-z]+=\"|\\shx-on|javascript:");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void keepsScriptsOutOfPages(Path template) throws IOException {
        String page = Files.readString(template);
        assertThat(INLINE_SCRIPT.matcher(page).find()).as("inline script").isFalse();
        assertThat(HANDLER.matcher(page).find()).as("inline event handler").isFalse();
    }

    /** An attribute like th:utext writes what users typed as HTML. */
    @ParameterizedTest
    @MethodSource("templates")
    void writesTextsAsText(Path template) throws IOException {
        Assumptions.assumeFalse(template.endsWith(FILLED_REPORT), "shows a report that a template of ours has filled");
        assertThat(Files.readString(template)).doesNotContain("th:utext").doesNotContain("[(");
    }
}
