package org.thun.imports.internal;

import org.thun.shared.Problem;

/** A file that is no table, or not a whole one; says what the sender can do. Ends the reading, not the request. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Unreadable(String messageKey, Object... args) {
        super(messageKey);
        this.problem = Problem.at("file", messageKey, args);
    }

    Unreadable(Problem problem) {
        super(problem.messageKey());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
