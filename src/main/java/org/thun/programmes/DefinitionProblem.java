package org.thun.programmes;

import org.thun.shared.Problem;

/**
 * A fault in a definition file. A file with any fault is not activated.
 *
 * @param file name of the file
 * @param line line in the file, from 1
 * @param problem what is wrong
 */
public record DefinitionProblem(String file, int line, Problem problem) {

    /** {@code file.yaml:12}, as editors understand it. */
    public String place() {
        return file + ":" + line;
    }
}
