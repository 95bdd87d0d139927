package org.thun.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every text of every module: both languages complete, readable, and known where a template asks for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesTests {

    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{\\s*([A-Za-z][\\w.-]*)");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    private static final Pattern THAI_LETTER = Pattern.compile("[\\u0E01-\\u0E5B]");

    /** Names that any module gives to its own processes, steps and audited commands and states. */
    private static final List<String> SHARED_NAMES = List.of("process.", "task.", "audit.");

    private final Map<String, Properties> files = new TreeMap<>();

    MessagesTests() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources(Bundles.PATTERN)) {
            Properties texts = new Properties();
            try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
            files.put(file.getFilename().replace(".properties", ""), texts);
        }
    }

    Stream<String> modules() {
        return files.keySet().stream().filter(name -> !name.endsWith("_en"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void hasTheSameKeysInBothLanguages(String module) {
        assertThat(files).containsKey(module + "_en");
        assertThat(new TreeSet<>(files.get(module + "_en").stringPropertyNames()))
                .isEqualTo(new TreeSet<>(files.get(module).stringPropertyNames()));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void namesKeysByTheirModule(String module) {
        assertThat(files.get(module).stringPropertyNames())
                .allMatch(key -> key.startsWith(module + ".") || SHARED_NAMES.stream().anyMatch(key::startsWith));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void usesTheSameArgumentsInBothLanguages(String module) {
        Properties thai = files.get(module);
        Properties english = files.get(module + "_en");
        for (String key : thai.stringPropertyNames()) {
            assertThat(arguments(english.getProperty(key))).as(key).isEqualTo(arguments(thai.getProperty(key)));
        }
    }

    @Test
    void givesEachTextOneHome() {
        Map<String, String> homes = new TreeMap<>();
        modules().forEach(module -> files.get(module).stringPropertyNames().forEach(key ->
                assertThat(homes.put(key, module)).as(key + " is also in " + module).isNull()));
    }

    /** With arguments a text goes through MessageFormat, which swallows a straight apostrophe and what follows it. */
    @Test
    void writesArgumentsSoThatTheyAreFilledIn() {
        files.forEach((file, texts) -> texts.forEach((key, text) -> {
            if (!arguments(text.toString()).isEmpty()) {
                assertThat(text.toString().replace("''", "")).as("%s: %s", file, key).doesNotContain("'");
                new MessageFormat(text.toString(), Locale.ROOT);
            }
        }));
    }

    /** Names that are the same everywhere (TH, English, PDF) may stay; Thai sentences in the English file may not. */
    @Test
    void writesEnglishInTheEnglishFiles() {
        files.forEach((file, texts) -> {
            if (file.endsWith("_en")) {
                texts.forEach((key, text) -> assertThat(THAI_LETTER.matcher(text.toString()).find())
                        .as("%s: %s = %s", file, key, text)
                        .isEqualTo(key.equals("web.language.th")));
            }
        });
    }

    @Test
    void knowsEveryTextThatATemplateAsksFor() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.filter(file -> file.toString().endsWith(".html")).toList()) {
                Matcher asked = KEY_IN_TEMPLATE.matcher(Files.readString(template));
                while (asked.find()) {
                    if (files.values().stream().noneMatch(texts -> texts.containsKey(asked.group(1)))) {
                        missing.add(template.getFileName() + ": " + asked.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static TreeSet<String> arguments(String text) {
        TreeSet<String> arguments = new TreeSet<>();
        Matcher argument = ARGUMENT.matcher(text);
        while (argument.find()) {
            arguments.add(argument.group(1));
        }
        return arguments;
    }
}
