package org.thun.programmes.internal;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.thun.programmes.DefinitionProblem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.shared.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the text of a definition file. Pure: knows neither the database nor where files lie. No object is ever built by
 * the YAML library; only its syntax tree is read, for the lines.
 */
final class DefinitionLoader {

    private static final int MAX_CHARACTERS = 2_000_000;
    private static final int MAX_ALIASES = 20;

    private final String defaultsFile;
    private final String defaultsText;

    /**
     * @param defaultsFile name of the defaults, for messages
     * @param defaultsText the product's defaults, in the format of a definition
     */
    DefinitionLoader(String defaultsFile, String defaultsText) {
        this.defaultsFile = defaultsFile;
        this.defaultsText = defaultsText;
    }

    /**
     * What came of a file: a definition, or the faults that prevent it.
     *
     * @param definition empty if there are problems
     * @param problems by line
     */
    record Loaded(Optional<ProgrammeDefinition> definition, List<DefinitionProblem> problems) {}

    /** The defaults a definition is read with: part of what makes a version. */
    String defaultsText() {
        return defaultsText;
    }

    Loaded load(String file, String text) {
        List<DefinitionProblem> problems = new ArrayList<>();
        Optional<Node> defaults = compose(defaultsFile, defaultsText, problems);
        Optional<Node> root = compose(file, text, problems);
        ProgrammeDefinition definition = null;
        if (defaults.isPresent() && root.isPresent()) {
            YamlSection base = YamlSection.root(defaultsFile, defaults.get(), null, problems);
            YamlSection section = YamlSection.root(file, root.get(), base, problems);
            definition = new DefinitionReader(section).read();
            section.finish();
        }
        List<DefinitionProblem> byLine = problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt(DefinitionProblem::line))
                .toList();
        return byLine.isEmpty()
                ? new Loaded(Optional.of(definition), byLine)
                : new Loaded(Optional.empty(), byLine);
    }

    private static Optional<Node> compose(String file, String text, List<DefinitionProblem> problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setAllowRecursiveKeys(false);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                problems.add(new DefinitionProblem(file, 1, Problem.of("programmes.fault.empty")));
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            int line = mark == null ? 1 : mark.getLine() + 1;
            problems.add(new DefinitionProblem(file, line, Problem.of("programmes.fault.syntax", e.getProblem())));
        } catch (YAMLException e) {
            problems.add(new DefinitionProblem(file, 1, Problem.of("programmes.fault.syntax", e.getMessage())));
        }
        return Optional.empty();
    }
}
