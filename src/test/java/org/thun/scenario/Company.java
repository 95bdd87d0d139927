package org.thun.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.thun.identity.Accounts;
import org.thun.identity.Accounts.NewAccount;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.parties.Organisations;
import org.thun.programmes.CodeItem;
import org.thun.programmes.Programmes;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Problem;
import org.thun.tasks.FieldValues;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.tasks.TaskDesk.InboxFilter;
import org.thun.tasks.TaskDesk.TaskView;

/** Everybody a grant needs, working as users do: by the own inbox and the form. Two reviewers, otherwise one per role. */
@Component
class Company {

    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    private final Accounts accounts;
    private final Organisations organisations;
    private final Programmes programmes;
    private final TaskDesk desk;
    private final Map<Role, String> people = new EnumMap<>(Role.class);
    private String secondReviewer;
    private String programmeKey;

    Company(Accounts accounts, Organisations organisations, Programmes programmes, TaskDesk desk) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.programmes = programmes;
        this.desk = desk;
    }

    void hire(String programme) {
        programmeKey = programme;
        for (Role role : Role.values()) {
            people.put(role, hire(role));
        }
        secondReviewer = hire(Role.PR);
    }

    private String hire(Role role) {
        String id = newcomer(role.name());
        accounts.appoint(id, switch (role) {
            case GL, GC, GF -> new Post(role, ScopeKind.ORGANISATION, granteeId(), LONG_AGO, null);
            case SA, AU -> new Post(role, ScopeKind.ALL, "*", LONG_AGO, null);
            default -> new Post(role, ScopeKind.PROGRAMME, programmeKey, LONG_AGO, null);
        }, null);
        return id;
    }

    /** An account of somebody who holds no post yet. */
    String newcomer(String name) {
        return accounts.create(new NewAccount(name.toLowerCase(Locale.ROOT) + "-" + Ids.next(), "thun-scenario",
                new LocalizedText("คน " + name, "Person " + name), null, false));
    }

    /** From now on that account does the work of the role; the post itself changes hands elsewhere. */
    void takeOver(Role role, String accountId) {
        people.put(role, accountId);
    }

    String granteeId() {
        return organisations.grantees(programmeKey).get(0).id();
    }

    List<String> costHeads() {
        return programmes.current(programmeKey).orElseThrow().costHeads().stream().map(CodeItem::code).toList();
    }

    Actor actor(Role role) {
        return accounts.actor(people.get(role)).orElseThrow();
    }

    /** That person with the posts of today. */
    Actor person(String accountId) {
        return accounts.actor(accountId).orElseThrow();
    }

    boolean canDo(String accountId, OpenTask task) {
        return desk.open(task.taskId(), person(accountId)).isPresent();
    }

    List<OpenTask> openTasks(String caseId) {
        return desk.ofCase(caseId);
    }

    List<String> steps(String caseId) {
        return openTasks(caseId).stream().map(OpenTask::elementId).toList();
    }

    List<OpenTask> waiting(String caseId, String step) {
        return openTasks(caseId).stream().filter(task -> task.elementId().equals(step)).toList();
    }

    /** The tasks of that step in that person's own inbox. */
    List<OpenTask> tasksOf(Role role, String caseId, String step) {
        return desk.inbox(actor(role), new InboxFilter(caseId, null, 0, 200)).tasks().stream()
                .filter(task -> task.elementId().equals(step))
                .toList();
    }

    TaskView view(Role role, String caseId, String step) {
        return desk.view(task(role, caseId, step).taskId(), actor(role)).orElseThrow();
    }

    void complete(Role role, String caseId, String step, Map<String, Object> form) {
        submit(task(role, caseId, step), actor(role), form);
    }

    /** The same with what the form begins with, changed by that function. */
    void completeBegun(Role role, String caseId, String step, UnaryOperator<Map<String, Object>> change) {
        complete(role, caseId, step, change.apply(new LinkedHashMap<>(view(role, caseId, step).page().values())));
    }

    /** By whoever of its roles has it in the inbox. */
    void complete(OpenTask task, Map<String, Object> form) {
        for (Role role : task.roles()) {
            for (String id : role == Role.PR ? List.of(people.get(role), secondReviewer) : List.of(people.get(role))) {
                Actor person = accounts.actor(id).orElseThrow();
                if (desk.open(task.taskId(), person).isPresent()) {
                    submit(task, person, form);
                    return;
                }
            }
        }
        throw new AssertionError("nobody of the company can do " + task.elementId());
    }

    List<Problem> refusals(Role role, String caseId, String step, Map<String, Object> form) {
        Completion completion = desk.complete(task(role, caseId, step).taskId(), FieldValues.of(form, THAI), actor(role));
        assertThat(completion).isInstanceOf(Completion.Refused.class);
        return ((Completion.Refused) completion).problems();
    }

    private OpenTask task(Role role, String caseId, String step) {
        List<OpenTask> tasks = tasksOf(role, caseId, step);
        assertThat(tasks).as("%s in the inbox of %s; the case waits at %s", step, role, steps(caseId)).isNotEmpty();
        return tasks.get(0);
    }

    private void submit(OpenTask task, Actor person, Map<String, Object> form) {
        Completion completion = desk.complete(task.taskId(), FieldValues.of(form, THAI), person);
        assertThat(completion).as("completing %s with %s", task.elementId(), form).isInstanceOf(Completion.Completed.class);
    }
}
