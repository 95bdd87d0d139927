package org.thun.tasks.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.shared.LocalizedText;
import org.thun.tasks.Forms;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.tasks.TaskDesk.InboxFilter;
import org.thun.tasks.TaskDesk.InboxPage;
import org.thun.tasks.TaskDesk.TaskView;
import org.thun.web.Formats;
import org.thun.web.NotFound;

/** The inbox for programs: the same door, the same permissions. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "tasks", description = "Open work of the signed-in person")
class TaskApi {

    private static final int MOST_ROWS = 200;

    private final TaskDesk desk;
    private final Forms forms;
    private final FormValues values;
    private final Formats formats;

    TaskApi(TaskDesk desk, Forms forms, FormValues values, Formats formats) {
        this.desk = desk;
        this.forms = forms;
        this.values = values;
        this.formats = formats;
    }

    @GetMapping
    @Operation(summary = "What this person can do now, most urgent first")
    TaskList list(
            @RequestParam(required = false) String caseId,
            @RequestParam(required = false) String process,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "25") int size,
            Actor actor) {
        InboxPage inbox = desk.inbox(actor,
                new InboxFilter(caseId, process, Math.max(0, page), Math.min(Math.max(1, size), MOST_ROWS)));
        return new TaskList(
                inbox.tasks().stream().map(this::row).toList(), inbox.total(), inbox.page(), inbox.size());
    }

    @GetMapping("/{taskId}")
    @Operation(summary = "One task with what its form begins with and the keys it takes")
    TaskDetail one(@PathVariable String taskId, Actor actor) {
        TaskView view = desk.view(taskId, actor).orElseThrow(() -> new NotFound("task " + taskId));
        return new TaskDetail(row(view.task()), List.copyOf(forms.keys(view.task().formKey())), values.of(view));
    }

    @PostMapping("/{taskId}/claim")
    @Operation(summary = "Take a task, so that others of the role no longer see it")
    @ApiResponse(responseCode = "204", description = "taken")
    ResponseEntity<Void> claim(@PathVariable String taskId, Actor actor) {
        if (!desk.claim(taskId, actor)) {
            throw new NotFound("task " + taskId);
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{taskId}/complete")
    @Operation(summary = "Complete a task with the keys of its form")
    @ApiResponse(responseCode = "200", description = "completed; names the next task of the case for this person, if any")
    @ApiResponse(responseCode = "409", description = "somebody else was faster")
    @ApiResponse(responseCode = "422", description = "refused, with the problems; nothing was changed")
    ResponseEntity<?> complete(
            @PathVariable String taskId, @RequestBody Map<String, Object> command, Actor actor) {
        Completion completion = desk.complete(taskId, command, actor);
        return completion instanceof Completion.Completed done
                ? ResponseEntity.ok(new Done(done.next().map(OpenTask::taskId).orElse(null)))
                : TaskAnswers.notDone(taskId, completion, formats);
    }

    private TaskRow row(OpenTask task) {
        return new TaskRow(task.taskId(), task.processKey(), task.elementId(),
                formats.message("task." + task.elementId()), task.formKey(), task.roles(), task.caseId(),
                task.caseLabel(), text(task.subject()), task.dueOn(), task.createdAt(), task.assigneeId() != null);
    }

    private static String text(LocalizedText text) {
        return text.in(LocaleContextHolder.getLocale());
    }

    /** A page of the inbox. */
    record TaskList(List<TaskRow> tasks, long total, int page, int size) {}

    /** One open task; {@code name} and {@code subject} are in the language asked for. */
    record TaskRow(
            String taskId,
            String process,
            String element,
            String name,
            String form,
            List<Role> roles,
            String caseId,
            String caseLabel,
            String subject,
            LocalDate dueOn,
            LocalDateTime createdAt,
            boolean taken) {}

    /** A task with the keys its form takes and the values it begins with. */
    record TaskDetail(TaskRow task, List<String> keys, Map<String, Object> values) {}

    /** What follows a completed task; {@code nextTaskId} is {@code null} if nothing waits for this person in that case. */
    record Done(String nextTaskId) {}
}
