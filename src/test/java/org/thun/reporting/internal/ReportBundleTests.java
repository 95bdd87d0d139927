package org.thun.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportBundleTests {

    private static final Pattern USED = Pattern.compile("\\$R\\{([^}]+)}");

    @ParameterizedTest
    @ValueSource(strings = {"monitoring", "portfolio", "plan"})
    void saysTheSameInBothLanguages(String report) throws IOException {
        Properties thai = load(report + ".properties");
        Properties english = load(report + "_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(thai.stringPropertyNames());
        for (String key : thai.stringPropertyNames()) {
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(arguments(english, key)).as(key).isEqualTo(arguments(thai, key));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitoring", "portfolio", "plan"})
    void hasEveryTextTheTemplatesAskFor(String report) throws IOException {
        Set<String> known = load(report + ".properties").stringPropertyNames();
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("reports"))) {
            for (Path template : files.filter(file -> file.getFileName().toString().matches(report + ".*\\.jrxml")).toList()) {
                Matcher matcher = USED.matcher(Files.readString(template));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }
        assertThat(used).isNotEmpty().isSubsetOf(known);
    }

    private static int arguments(Properties bundle, String key) {
        return new MessageFormat(bundle.getProperty(key)).getFormatsByArgumentIndex().length;
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                ReportBundleTests.class.getResourceAsStream("/reports/" + name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
