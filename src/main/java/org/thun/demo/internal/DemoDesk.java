package org.thun.demo.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.shared.Money;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.tasks.TaskDesk.TaskView;

/** Does the tasks of a case as its people would: through the inbox, by the form, with all rules in force. */
@Component
@Profile("demo")
class DemoDesk {

    private final TaskDesk desk;
    private final DemoPeople people;
    private final DemoAnswers answers;

    DemoDesk(TaskDesk desk, DemoPeople people, DemoAnswers answers) {
        this.desk = desk;
        this.people = people;
        this.answers = answers;
    }

    /** Does everything in a case that its people would have done by that day. */
    void work(DemoCase story, String caseId, LocalDate today) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (OpenTask task : desk.ofCase(caseId)) {
                moved |= doIfDue(story, task, today);
            }
        }
    }

    private boolean doIfDue(DemoCase story, OpenTask task, LocalDate today) {
        DemoAnswers.Answer answer = answers.to(task.formKey());
        if (answer == null
                || story.leaves(task)
                || today.isBefore(task.createdAt().toLocalDate().plusDays(answer.days() + story.slowness()))) {
            return false;
        }
        for (Actor person : people.holding(task.roles().stream().sorted().toList())) {
            TaskView view = desk.view(task.taskId(), person).orElse(null);
            if (view != null) {
                Map<String, Object> form = answer.form().apply(story, view, today);
                return form != null && complete(task, person, form);
            }
        }
        return false;
    }

    private boolean complete(OpenTask task, Actor person, Map<String, Object> form) {
        Completion completion = desk.complete(task.taskId(), plain(form), person);
        if (completion instanceof Completion.Completed || completion instanceof Completion.AlreadyDone) {
            // A visitor who is already signed in may be faster.
            return true;
        }
        throw new IllegalStateException("the demonstration's answer to " + task.elementId() + " was not taken: " + completion);
    }

    /** Values as a browser would send them. */
    private static Map<String, Object> plain(Map<String, Object> form) {
        Map<String, Object> plain = new LinkedHashMap<>();
        form.forEach((key, value) -> plain.put(key, plain(value)));
        return plain;
    }

    @SuppressWarnings("unchecked")
    private static Object plain(Object value) {
        if (value instanceof Money || value instanceof LocalDate || value instanceof Enum<?>) {
            return value.toString();
        }
        if (value instanceof List<?> rows) {
            return rows.stream().map(DemoDesk::plain).toList();
        }
        if (value instanceof Map<?, ?> row) {
            return plain((Map<String, Object>) row);
        }
        return value;
    }
}
