package org.thun.tasks.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.ThaiDates;
import org.thun.tasks.TaskDesk.TaskView;
import org.thun.tasks.TaskPage.Option;

/** What a form begins with, as its fields hold it: amounts and dates as people write them, choices in their language. */
@Component
class FormValues {

    /** The values of the task's page, what the person has typed before on top, and the choices of its lists. */
    Map<String, Object> of(TaskView view) {
        Map<String, Object> data = new LinkedHashMap<>();
        view.page().values().forEach((key, value) -> data.put(key, field(value)));
        if (view.draft() != null) {
            data.putAll(view.draft());
        }
        view.page().options().forEach((key, options) -> data.put(key, choices(options)));
        return data;
    }

    private static List<Map<String, Object>> choices(List<Option> options) {
        return options.stream()
                .map(option -> Map.<String, Object>of(
                        "value", option.value(), "label", option.label().in(LocaleContextHolder.getLocale())))
                .toList();
    }

    private static Object field(Object value) {
        if (value instanceof Money money) {
            return money.formatted();
        }
        if (value instanceof LocalDate date) {
            return ThaiDates.formatShort(date, LocaleContextHolder.getLocale());
        }
        if (value instanceof LocalizedText text) {
            return text.in(LocaleContextHolder.getLocale());
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof List<?> rows) {
            return rows.stream().map(FormValues::field).toList();
        }
        if (value instanceof Map<?, ?> row) {
            Map<String, Object> fields = new LinkedHashMap<>();
            row.forEach((key, inner) -> fields.put((String) key, field(inner)));
            return fields;
        }
        return value;
    }
}
