package org.thun.identity.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.thun.shared.Problem;

/** What a password has to be: long enough to be hard to guess, and not what everybody would try first. */
final class PasswordPolicy {

    static final int SHORTEST = 10;

    /** BCrypt reads no further; two long passwords with the same beginning would be the same. */
    private static final int MOST_BYTES = 72;

    private static final int FEWEST_DIFFERENT = 4;

    private PasswordPolicy() {}

    /** What speaks against that password, at the form's fields {@code next} and {@code repeated}. */
    static List<Problem> check(String username, String password, String repeated, String field) {
        List<Problem> problems = new ArrayList<>();
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            problems.add(Problem.at(field, "identity.problem.password.short", SHORTEST));
        } else if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            problems.add(Problem.at(field, "identity.problem.password.long", MOST_BYTES, MOST_BYTES / 3));
        } else if (Usernames.normal(password).contains(username)) {
            problems.add(Problem.at(field, "identity.problem.password.username"));
        } else if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            problems.add(Problem.at(field, "identity.problem.password.simple"));
        }
        if (problems.isEmpty() && !password.equals(repeated)) {
            problems.add(Problem.at("repeated", "identity.problem.password.repeated"));
        }
        return problems;
    }
}
