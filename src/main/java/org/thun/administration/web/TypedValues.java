package org.thun.administration.web;

import java.time.LocalDate;
import java.util.List;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDates;

/** Dates and amounts as people type them, in either era and with either digits. */
final class TypedValues {

    private TypedValues() {}

    /** The day, or {@code null} and one more problem. */
    static LocalDate day(String field, String typed, List<Problem> problems) {
        try {
            return ThaiDates.parse(typed == null ? "" : typed);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.at(field, "administration.problem.date"));
            return null;
        }
    }

    /** The amount; {@code null} where nothing is typed, or with one more problem. */
    static Money amount(String field, String typed, List<Problem> problems) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return Money.parse(typed);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.at(field, "administration.problem.amount"));
            return null;
        }
    }
}
