package org.thun.tasks;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.ThaiDates;

/**
 * Values as the fields of a form hold them, and as they come back when the form is sent: amounts and dates as people write
 * them, choices by their code.
 */
public final class FieldValues {

    private FieldValues() {}

    /** The fields for those values, in that language; lists and the rows in them too. */
    public static Map<String, Object> of(Map<String, ?> values, Locale language) {
        Map<String, Object> fields = new LinkedHashMap<>();
        values.forEach((key, value) -> fields.put(key, field(value, language)));
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static Object field(Object value, Locale language) {
        if (value instanceof Money money) {
            return money.formatted();
        }
        if (value instanceof LocalDate date) {
            return ThaiDates.formatShort(date, language);
        }
        if (value instanceof LocalizedText text) {
            return text.in(language);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof List<?> rows) {
            return rows.stream().map(row -> field(row, language)).toList();
        }
        return value instanceof Map<?, ?> row ? of((Map<String, ?>) row, language) : value;
    }
}
