package org.thun.tasks;

import java.util.List;
import java.util.Map;
import org.thun.shared.LocalizedText;

/**
 * What a person is shown with a task's form.
 *
 * @param facts what is needed to decide
 * @param values what the form begins with, by form key (money, dates and numbers as their values; lists of maps for
 *     repeated groups)
 * @param options choices of the form's lists whose options are not fixed, by the form's {@code valuesKey}
 */
public record TaskPage(FactSheet facts, Map<String, Object> values, Map<String, List<Option>> options) {

    public static TaskPage of(FactSheet facts) {
        return new TaskPage(facts, Map.of(), Map.of());
    }

    public static TaskPage of(FactSheet facts, Map<String, Object> values) {
        return new TaskPage(facts, values, Map.of());
    }

    /**
     * One choice of a list.
     *
     * @param value what is submitted
     * @param label what is shown
     */
    public record Option(String value, LocalizedText label) {}
}
