package org.thun.tasks.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.identity.Actor;
import org.thun.shared.LocalizedText;
import org.thun.tasks.Forms;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.tasks.TaskDesk.InboxFilter;
import org.thun.tasks.TaskDesk.InboxPage;
import org.thun.tasks.TaskDesk.TaskView;
import org.thun.tasks.WorkList;
import org.thun.web.Flash;
import org.thun.web.Formats;
import org.thun.web.NotFound;
import org.thun.web.Paging;

/** My work, and the page on which a task is decided. */
@Controller
class TaskPages {

    private static final int ROWS = 25;

    private final TaskDesk desk;
    private final Forms forms;
    private final FormValues values;
    private final Formats formats;
    private final List<WorkList> workLists;

    TaskPages(
            TaskDesk desk,
            Forms forms,
            FormValues values,
            Formats formats,
            List<WorkList> workLists) {
        this.desk = desk;
        this.forms = forms;
        this.values = values;
        this.formats = formats;
        this.workLists = workLists;
    }

    @GetMapping("/")
    String home(
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) String process,
            @RequestParam(required = false) String done,
            Actor actor,
            HttpServletRequest request,
            Model model) {
        sayDone(done, actor, model);
        String wanted = process == null || process.isBlank() ? null : process;
        InboxPage inbox = desk.inbox(actor, new InboxFilter(null, wanted, Paging.pageOf(page) - 1, ROWS));
        model.addAttribute("tasks", inbox.tasks().stream()
                .map(task -> line(request.getContextPath(), task, actor, inbox.inPlaceOf().get(task.taskId())))
                .toList());
        model.addAttribute("paging", new Paging(inbox.page() + 1, inbox.size(), inbox.total()));
        model.addAttribute("process", wanted);
        model.addAttribute("processes", inbox.processes());
        model.addAttribute("elsewhere", workLists.stream()
                .flatMap(list -> list.waiting(actor).stream())
                .toList());
        return "tasks/home";
    }

    private TaskLine line(String root, OpenTask task, Actor reader, LocalizedText inPlaceOf) {
        String name = formats.message("task." + task.elementId());
        String subject = formats.text(task.subject());
        return new TaskLine(root + "/tasks/" + task.taskId(), name, subject, formats.message("tasks.open.label", name, subject),
                formats.urgency(task.dueOn()), formats.due(task.dueOn()), formats.any(task.dueOn()), task.caseLabel(),
                formats.message("process." + task.processKey()), reader.accountId().equals(task.assigneeId()),
                inPlaceOf == null ? null : formats.message("tasks.inPlaceOf", inPlaceOf));
    }

    @GetMapping("/tasks/{taskId}")
    String task(@PathVariable String taskId, @RequestParam(required = false) String done, Actor actor, Model model) {
        sayDone(done, actor, model);
        TaskView view = desk.view(taskId, actor).orElse(null);
        if (view == null) {
            return desk.ended(taskId, actor)
                    .map(ended -> {
                        model.addAttribute("ended", ended);
                        return "tasks/ended";
                    })
                    .orElseThrow(() -> new NotFound("task " + taskId));
        }
        model.addAttribute("view", view);
        model.addAttribute("task", view.task());
        model.addAttribute("mine", actor.accountId().equals(view.task().assigneeId()));
        return "tasks/task";
    }

    /** What the form viewer shows: the form in the reader's language and what it begins with. */
    @GetMapping("/tasks/{taskId}/form")
    @ResponseBody
    FormContent form(@PathVariable String taskId, Actor actor) {
        TaskView view = desk.view(taskId, actor).orElseThrow(() -> new NotFound("task " + taskId));
        return new FormContent(
                forms.schema(view.task().formKey(), LocaleContextHolder.getLocale()),
                values.of(view),
                view.draftSavedAt() == null ? null : formats.dateTime(view.draftSavedAt()));
    }

    @PostMapping("/tasks/{taskId}/draft")
    @ResponseBody
    Map<String, String> draft(@PathVariable String taskId, @RequestBody Map<String, Object> data, Actor actor) {
        return desk.saveDraft(taskId, data, actor)
                .map(savedAt -> Map.of("savedAt", formats.dateTime(savedAt)))
                .orElseThrow(() -> new NotFound("task " + taskId));
    }

    @PostMapping("/tasks/{taskId}/complete")
    @ResponseBody
    ResponseEntity<?> complete(
            @PathVariable String taskId,
            @RequestBody Map<String, Object> data,
            Actor actor) {
        Completion completion = desk.complete(taskId, data, actor);
        if (completion instanceof Completion.Completed done) {
            return ResponseEntity.ok(Map.of("next", nextPage(done)));
        }
        return TaskAnswers.notDone(taskId, completion, formats);
    }

    @PostMapping("/tasks/{taskId}/claim")
    String claim(@PathVariable String taskId, Actor actor, RedirectAttributes redirect) {
        if (!desk.claim(taskId, actor)) {
            throw new NotFound("task " + taskId);
        }
        Flash.good(redirect, "tasks.claimed");
        return "redirect:/tasks/" + taskId;
    }

    @PostMapping("/tasks/{taskId}/release")
    String release(@PathVariable String taskId, Actor actor, RedirectAttributes redirect) {
        if (desk.release(taskId, actor)) {
            Flash.good(redirect, "tasks.released");
        } else {
            Flash.warn(redirect, "tasks.notReleased");
        }
        return "redirect:/";
    }

    /** The next step of the same case if it is for the same person, otherwise home; it says what has been done. */
    private static String nextPage(Completion.Completed done) {
        return done.next().map(OpenTask::taskId).map(id -> "/tasks/" + id).orElse("/") + "?done="
                + done.task().taskId();
    }

    /** In the page's address and not in the session, so that completing a task needs no write to the session. */
    private void sayDone(String taskId, Actor actor, Model model) {
        if (taskId != null) {
            desk.ended(taskId, actor)
                    .map(Completion.AlreadyDone::subject)
                    .ifPresent(subject ->
                            model.addAttribute(Flash.ATTRIBUTE, new Flash("good", "tasks.done", List.of(subject))));
        }
    }

    /**
     * What the form viewer loads.
     *
     * @param schema the form
     * @param data its values and the choices of its lists
     * @param draftSavedAt when the person last typed in it, in words, or {@code null}
     */
    record FormContent(JsonNode schema, Map<String, Object> data, String draftSavedAt) {}
}
