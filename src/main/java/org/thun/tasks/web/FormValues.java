package org.thun.tasks.web;

import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thun.tasks.FieldValues;
import org.thun.tasks.TaskDesk.TaskView;
import org.thun.tasks.TaskPage.Option;

/** What a form begins with, as its fields hold it: amounts and dates as people write them, choices in their language. */
@Component
class FormValues {

    /** The values of the task's page, what the person has typed before on top, and the choices of its lists. */
    Map<String, Object> of(TaskView view) {
        Map<String, Object> data = FieldValues.of(view.page().values(), LocaleContextHolder.getLocale());
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
}
