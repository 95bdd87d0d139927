package org.thun.shared;

import java.util.List;

/**
 * One thing that stands against a command, in words a person can act on.
 *
 * @param field the field it belongs to (a path such as {@code lines[2].amount}), or {@code null} for the command as a whole
 * @param messageKey key of the text in the message bundles
 * @param args arguments of the text; money, dates and localized texts are formatted for the reader
 * @param rule the business rule or separation of duties it rests on ({@code BR-07}, {@code SD2}), or {@code null}
 */
public record Problem(String field, String messageKey, List<Object> args, String rule) {

    public Problem {
        args = List.copyOf(args);
    }

    /** A problem of one field. */
    public static Problem at(String field, String messageKey, Object... args) {
        return new Problem(field, messageKey, List.of(args), null);
    }

    /** A problem of the whole command. */
    public static Problem of(String messageKey, Object... args) {
        return new Problem(null, messageKey, List.of(args), null);
    }

    /** The same problem, naming the rule it rests on. */
    public Problem under(String rule) {
        return new Problem(field, messageKey, args, rule);
    }
}
