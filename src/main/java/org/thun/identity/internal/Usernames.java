package org.thun.identity.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.thun.shared.Problem;

/** Names to sign in with: one spelling whatever people type. */
final class Usernames {

    private static final Pattern ALLOWED = Pattern.compile("[a-z][a-z0-9._-]{1,59}");

    private Usernames() {}

    static String normal(String typed) {
        return typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    }

    static Optional<Problem> check(String normal) {
        return ALLOWED.matcher(normal).matches()
                ? Optional.empty()
                : Optional.of(Problem.at("username", "identity.problem.username"));
    }
}
