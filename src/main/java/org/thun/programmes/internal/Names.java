package org.thun.programmes.internal;

import java.util.LinkedHashSet;
import java.util.Set;

/** The names given to one kind of thing in a file; notes those given twice. */
final class Names {

    private final Set<String> known = new LinkedHashSet<>();

    /** Takes the name that a key of a section gives, and reports it there if it was given before. */
    String declare(YamlSection section, String key) {
        String name = section.text(key);
        if (!known.add(name)) {
            section.reportAt(key, "duplicate", name);
        }
        return name;
    }

    boolean contains(String name) {
        return known.contains(name);
    }

    String listed() {
        return String.join(", ", known);
    }
}
