package org.thun.demo.internal;

import java.time.LocalDate;
import java.util.Map;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.tasks.OpenTask;

/**
 * One story of the demonstration, from its proposal on.
 *
 * @param title title of the project
 * @param amount synthetic amount
 * @param begins day on which the lead begins the proposal
 * @param effectiveOn first day of the grant
 * @param slowness days that everybody takes longer than usual
 * @param leftFrom steps that are left waiting, by the day from which they are: there has to be work for visitors
 */
record DemoCase(
        LocalizedText title,
        Money amount,
        LocalDate begins,
        LocalDate effectiveOn,
        int slowness,
        Map<String, LocalDate> leftFrom) {

    /** Whether that task is left for somebody who tries the demonstration. */
    boolean leaves(OpenTask task) {
        LocalDate from = leftFrom.get(task.elementId());
        return from != null && !task.createdAt().toLocalDate().isBefore(from);
    }
}
