package org.thun.programmes.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.thun.programmes.DefinitionProblem;
import org.thun.shared.Problem;

/**
 * The definition files of this installation: those delivered with the product, and those of the folder
 * {@code thun.programmes.dir}, where one is set. A file of the folder replaces a delivered one of the same name.
 */
@Component
class DefinitionFiles {

    static final String DEFAULTS = "programme-defaults.yaml";

    private static final String DELIVERED = "classpath*:programmes/*.yaml";

    private final ResourcePatternResolver resources;
    private final String folder;

    DefinitionFiles(ResourcePatternResolver resources, @Value("${thun.programmes.dir:}") String folder) {
        this.resources = resources;
        this.folder = folder;
    }

    /** A file with its text. */
    record DefinitionFile(String name, String text) {}

    /**
     * What was found.
     *
     * @param files by name
     * @param problems files or folders that cannot be read
     */
    record Found(List<DefinitionFile> files, List<DefinitionProblem> problems) {}

    String defaults() {
        try {
            return text(resources.getResource("classpath:" + DEFAULTS));
        } catch (IOException e) {
            throw new UncheckedIOException(DEFAULTS, e);
        }
    }

    Found all() {
        Map<String, DefinitionFile> files = new TreeMap<>();
        List<DefinitionProblem> problems = new ArrayList<>();
        try {
            for (Resource resource : resources.getResources(DELIVERED)) {
                files.put(resource.getFilename(), new DefinitionFile(resource.getFilename(), text(resource)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(DELIVERED, e);
        }
        if (!folder.isBlank()) {
            addFolder(Path.of(folder), files, problems);
        }
        return new Found(List.copyOf(files.values()), problems);
    }

    private static void addFolder(Path path, Map<String, DefinitionFile> files, List<DefinitionProblem> problems) {
        List<Path> found;
        try (Stream<Path> entries = Files.list(path)) {
            found = entries.filter(file -> file.getFileName().toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            problems.add(unreadable(path.toString(), e));
            return;
        }
        for (Path file : found) {
            String name = file.getFileName().toString();
            try {
                files.put(name, new DefinitionFile(name, Files.readString(file, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                files.remove(name);
                problems.add(unreadable(name, e));
            }
        }
    }

    private static DefinitionProblem unreadable(String name, IOException cause) {
        return new DefinitionProblem(name, 1, Problem.of("programmes.fault.unreadable", String.valueOf(cause.getMessage())));
    }

    private static String text(Resource resource) throws IOException {
        return resource.getContentAsString(StandardCharsets.UTF_8);
    }
}
