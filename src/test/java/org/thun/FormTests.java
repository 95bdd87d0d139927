package org.thun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every form has to keep to. That its keys are its command's components is checked when the application starts. */
class FormTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WITHOUT_KEY =
            Set.of("text", "html", "button", "separator", "spacer", "image", "group", "dynamiclist");
    private static final Map<String, String> ENGLISH_OF =
            Map.of("label", "en", "description", "enDescription", "text", "enText");

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void hasTheIdOfItsFile(Path file) throws IOException {
        JsonNode form = JSON.readTree(file.toFile());
        assertThat(form.path("id").asText() + ".form").isEqualTo(file.getFileName().toString());
        assertThat(form.path("type").asText()).isEqualTo("default");
    }

    /** The form viewer shows no form at all in which an id comes twice, lists of rows included. */
    @ParameterizedTest
    @MethodSource("forms")
    void givesEveryIdOnce(Path file) throws IOException {
        List<String> ids = new ArrayList<>();
        walk(JSON.readTree(file.toFile()).path("components"), node -> {
            if (node.hasNonNull("id")) {
                ids.add(node.path("id").asText());
            }
        });
        assertThat(ids).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void speaksThaiAndEnglish(Path file) throws IOException {
        List<String> missing = new ArrayList<>();
        walk(JSON.readTree(file.toFile()).path("components"), node -> ENGLISH_OF.forEach((thai, english) -> {
            String text = node.path(thai).asText("");
            if (text.matches(".*\\p{IsThai}.*")
                    && node.path("properties").path(english).asText("").isBlank()) {
                missing.add(text);
            }
        }));
        assertThat(missing).as("texts without English").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void labelsEveryFieldAndKeysEveryInput(Path file) throws IOException {
        List<String> faults = new ArrayList<>();
        walk(JSON.readTree(file.toFile()).path("components"), node -> {
            String type = node.path("type").asText("");
            if (!type.isEmpty() && !WITHOUT_KEY.contains(type)) {
                if (node.path("key").asText("").isBlank()) {
                    faults.add(type + " without key");
                }
                if (node.path("label").asText("").isBlank()) {
                    faults.add(node.path("key").asText() + " without label");
                }
            }
            if (type.equals("expression")) {
                faults.add("computed values are not submitted");
            }
        });
        assertThat(faults).isEmpty();
    }

    /** The viewer keeps choices and values in one map: a list of choices under a field's key would fill the field with them. */
    @ParameterizedTest
    @MethodSource("forms")
    void keepsChoicesApartFromValues(Path file) throws IOException {
        List<String> keys = new ArrayList<>();
        List<String> choices = new ArrayList<>();
        walk(JSON.readTree(file.toFile()).path("components"), node -> {
            keys.add(node.path("key").asText(""));
            keys.add(node.path("path").asText(""));
            choices.add(node.path("valuesKey").asText("-"));
        });
        assertThat(choices).doesNotContainAnyElementsOf(keys);
    }

    private static void walk(JsonNode components, Consumer<JsonNode> visit) {
        for (JsonNode component : components) {
            visit.accept(component);
            walk(component.path("components"), visit);
            walk(component.path("values"), visit);
        }
    }
}
