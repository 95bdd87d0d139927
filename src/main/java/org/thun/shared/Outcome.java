package org.thun.shared;

import java.util.List;
import java.util.function.Function;

/**
 * What came of a command: done, with its value, or refused, with the problems. Refusals that users meet in normal work
 * are values, because an exception crossing a transactional proxy would mark the transaction for rollback.
 *
 * @param <T> what a successful command gives back
 */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(List<Problem> problems) implements Outcome<T> {
        public Refused {
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refusal states its reasons");
            }
            problems = List.copyOf(problems);
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static Outcome<Void> done() {
        return new Done<>(null);
    }

    static <T> Outcome<T> refused(Problem... problems) {
        return new Refused<>(List.of(problems));
    }

    static <T> Outcome<T> refused(List<Problem> problems) {
        return new Refused<>(problems);
    }

    default boolean isDone() {
        return this instanceof Done;
    }

    /** The problems; empty when done. */
    default List<Problem> problems() {
        return this instanceof Refused<T> refused ? refused.problems() : List.of();
    }

    /** @throws IllegalStateException if the command was refused: for callers that checked before */
    default T orElseThrow() {
        if (this instanceof Done<T> done) {
            return done.value();
        }
        throw new IllegalStateException("refused: " + problems());
    }

    default <R> Outcome<R> map(Function<T, R> next) {
        return this instanceof Done<T> done ? done(next.apply(done.value())) : refused(problems());
    }
}
