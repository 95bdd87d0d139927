package org.thun.indicators.web;

import java.time.LocalDate;
import java.util.List;
import org.thun.grants.Grant;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDates;

/**
 * The day somebody asks for, in either era and either digits (BR-40).
 *
 * @param typed what was typed, or {@code null}
 * @param day the day; today if none was asked for or it cannot be answered for
 * @param problems why it cannot
 */
record AsOf(String typed, LocalDate day, List<Problem> problems) {

    static AsOf read(String typed, Grant grant, LocalDate today) {
        if (typed == null || typed.isBlank()) {
            return new AsOf(null, today, List.of());
        }
        try {
            LocalDate day = ThaiDates.parse(typed);
            if (day.isAfter(today)) {
                return new AsOf(typed, today, List.of(Problem.at("asOf", "indicators.problem.future")));
            }
            return day.isBefore(grant.effectiveFrom())
                    ? new AsOf(typed, today,
                            List.of(Problem.at("asOf", "indicators.problem.before", grant.effectiveFrom())))
                    : new AsOf(typed, day, List.of());
        } catch (IllegalArgumentException e) {
            return new AsOf(typed, today, List.of(Problem.at("asOf", "indicators.problem.date")));
        }
    }

    /** For links that keep the day; {@code null} for today. */
    public String parameter() {
        return typed == null || !problems.isEmpty() ? null : day.toString();
    }
}
