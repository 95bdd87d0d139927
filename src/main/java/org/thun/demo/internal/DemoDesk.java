package org.thun.demo.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.tasks.FieldValues;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.tasks.TaskDesk.TaskView;

/** Does the tasks of a case as its people would: through the inbox, by the form, with all rules in force. */
@Component
@Profile("demo")
class DemoDesk {

    private static final Locale THAI = Locale.forLanguageTag("th");

    private final TaskDesk desk;
    private final DemoPeople people;
    private final DemoAnswers answers;
    private final Map<String, LocalDate> days = new HashMap<>();

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
                moved |= !today.isBefore(dayOf(task, story)) && answer(story, task, today);
            }
        }
    }

    /** When a task is done, found out once: of the many tasks that wait most have nothing to do with today. */
    private LocalDate dayOf(OpenTask task, DemoCase story) {
        return days.computeIfAbsent(task.taskId(), id -> answers.dayOf(task, story));
    }

    private boolean answer(DemoCase story, OpenTask task, LocalDate today) {
        for (Actor person : people.holding(task.roles().stream().sorted().toList())) {
            TaskView view = desk.view(task.taskId(), person).orElse(null);
            if (view != null) {
                return complete(task, person, answers.to(task.formKey()).form().apply(story, view, today));
            }
        }
        return false;
    }

    private boolean complete(OpenTask task, Actor person, Map<String, Object> form) {
        Completion completion = desk.complete(task.taskId(), FieldValues.of(form, THAI), person);
        if (completion instanceof Completion.Completed || completion instanceof Completion.AlreadyDone) {
            // A visitor who is already signed in may be faster.
            return true;
        }
        throw new IllegalStateException("the demonstration's answer to " + task.elementId() + " was not taken: " + completion);
    }
}
