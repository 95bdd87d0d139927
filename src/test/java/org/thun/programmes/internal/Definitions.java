package org.thun.programmes.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thun.programmes.DefinitionProblem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.internal.DefinitionLoader.Loaded;
import org.thun.shared.LocalizedText;
import org.thun.shared.Problem;

/** The delivered definitions and the loader as tests use them. */
final class Definitions {

    static final String DEFAULTS = resource("programme-defaults.yaml");

    private Definitions() {}

    static DefinitionLoader loader() {
        return new DefinitionLoader("programme-defaults.yaml", DEFAULTS);
    }

    static ProgrammeDefinition reference() {
        return delivered("ldi-pracharath-2");
    }

    static ProgrammeDefinition delivered(String key) {
        Loaded loaded = loader().load(key + ".yaml", resource("programmes/" + key + ".yaml"));
        return loaded.definition().orElseThrow(() -> new AssertionError(lines(loaded.problems(), Locale.ENGLISH)));
    }

    static String resource(String name) {
        try (InputStream in = Definitions.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code file:line: message}, as people read it. */
    static List<String> lines(List<DefinitionProblem> problems, Locale locale) {
        return problems.stream().map(p -> p.place() + ": " + text(p.problem(), locale)).toList();
    }

    static String text(Problem problem, Locale locale) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/programmes");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        Object[] args = problem.args().stream()
                .map(arg -> arg instanceof LocalizedText text ? text.in(locale) : arg)
                .toArray();
        return messages.getMessage(problem.messageKey(), args, locale);
    }
}
