package org.thun.tasks.internal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.thun.identity.Role;
import org.thun.tasks.Forms;
import org.thun.tasks.TaskHandler;
import org.thun.workflow.EngineTasks;

/** The features' handlers by form, and the check at start-up that models, forms and commands belong together. */
@Component
class TaskHandlers {

    private final Map<String, TaskHandler<?>> byForm;
    private final TaskSources sources;
    private final Forms forms;
    private final EngineTasks engine;

    TaskHandlers(ObjectProvider<TaskHandler<?>> handlers, TaskSources sources, Forms forms, EngineTasks engine) {
        this.byForm = handlers.stream().collect(Collectors.toMap(TaskHandler::formKey, Function.identity()));
        this.sources = sources;
        this.forms = forms;
        this.engine = engine;
    }

    TaskHandler<?> of(String formKey) {
        TaskHandler<?> handler = byForm.get(formKey);
        if (handler == null) {
            throw new IllegalStateException("no handler for form " + formKey);
        }
        return handler;
    }

    /** @throws IllegalStateException naming everything that does not fit: better no start than a task nobody can finish */
    @EventListener(ContextRefreshedEvent.class)
    void check() {
        List<String> faults = new ArrayList<>();
        Set<String> known = forms.all();
        for (TaskHandler<?> handler : byForm.values()) {
            if (!known.contains(handler.formKey())) {
                faults.add("form " + handler.formKey() + " has a handler but no file");
                continue;
            }
            Set<String> command = keysOf(handler.commandType(), "");
            Set<String> form = forms.keys(handler.formKey());
            if (!command.equals(form)) {
                faults.add("form " + handler.formKey() + " submits " + form + " but its command "
                        + handler.commandType().getSimpleName() + " takes " + command);
            }
        }
        for (EngineTasks.UserTaskModel task : engine.models()) {
            String where = task.processKey() + "/" + task.elementId();
            if (!byForm.containsKey(task.formKey())) {
                faults.add(where + " names form " + task.formKey() + ", which has no handler");
            }
            if (!sources.knows(task.processKey())) {
                faults.add(where + ": no module answers for its process");
            }
            if (task.candidateGroups().isEmpty()
                    || task.candidateGroups().stream().anyMatch(group -> !isRole(group))) {
                faults.add(where + " has candidate groups that are not roles: " + task.candidateGroups());
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("models, forms and commands do not fit:\n  " + String.join("\n  ", faults));
        }
    }

    private static Set<String> keysOf(Class<?> record, String prefix) {
        Set<String> keys = new LinkedHashSet<>();
        for (RecordComponent component : record.getRecordComponents()) {
            keys.add(prefix + component.getName());
            Type type = component.getGenericType();
            if (component.getType() == List.class
                    && type instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> element
                    && element.isRecord()
                    && element.getRecordComponents().length > 0
                    && !isValue(element)) {
                keys.addAll(keysOf(element, prefix + component.getName() + "[]."));
            }
        }
        return keys;
    }

    /** Records such as money are one value, not a group of fields. */
    private static boolean isValue(Class<?> record) {
        return record.getPackageName().equals("org.thun.shared");
    }

    private static boolean isRole(String group) {
        return Arrays.stream(Role.values()).anyMatch(role -> role.name().equals(group));
    }
}
