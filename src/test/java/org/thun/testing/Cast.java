package org.thun.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationContext;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.parties.Organisation;
import org.thun.parties.Organisations;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.tasks.TaskDesk.InboxFilter;

/**
 * The people of a test: one account per role with posts over one programme and its grantee, and their way of working
 * (find a task in the own inbox, complete it through the one door). Accounts are new for each cast.
 */
public final class Cast {

    private static final List<Role> OF_THE_GRANTEE = List.of(Role.GL, Role.GC, Role.GF);

    private final Accounts accounts;
    private final TaskDesk desk;
    private final BusinessClock clock;
    private final String programmeKey;
    private final Organisation grantee;
    private final Map<Role, String> accountIds = new EnumMap<>(Role.class);

    private Cast(ApplicationContext thun, String programmeKey, Organisation grantee) {
        this.accounts = thun.getBean(Accounts.class);
        this.desk = thun.getBean(TaskDesk.class);
        this.clock = thun.getBean(BusinessClock.class);
        this.programmeKey = programmeKey;
        this.grantee = grantee;
    }

    /** One person per role, with posts from long ago: the roles of the grantee over the programme's first grantee. */
    public static Cast of(ApplicationContext thun, String programmeKey) {
        Organisation grantee =
                thun.getBean(Organisations.class).grantees(programmeKey).get(0);
        Cast cast = new Cast(thun, programmeKey, grantee);
        for (Role role : Role.values()) {
            cast.accountIds.put(role, cast.hire(role));
        }
        return cast;
    }

    /** One more person of that role. */
    public String hire(Role role) {
        String id = accounts.create(new Accounts.NewAccount(role.name().toLowerCase() + "-" + Ids.next(),
                "a-long-password", new LocalizedText("คน " + role, "Person " + role), null, false));
        accounts.appoint(id, post(role), null);
        return id;
    }

    public Organisation grantee() {
        return grantee;
    }

    /** The person of that role, with the posts held today. */
    public Actor actor(Role role) {
        return accounts.actor(accountIds.get(role)).orElseThrow();
    }

    public Actor actor(String accountId) {
        return accounts.actor(accountId).orElseThrow();
    }

    /** The task of that step in a case, if it waits for this person now. */
    public List<OpenTask> tasks(Actor person, String caseId, String elementId) {
        return desk.inbox(person, new InboxFilter(caseId, null, 0, 200)).tasks().stream()
                .filter(task -> task.elementId().equals(elementId))
                .toList();
    }

    /** Completes the one task of that step that waits for the person of that role, as its form would be submitted. */
    public void complete(Role role, String caseId, String elementId, Map<String, Object> form) {
        complete(actor(role), caseId, elementId, form);
    }

    public void complete(Actor person, String caseId, String elementId, Map<String, Object> form) {
        List<OpenTask> waiting = tasks(person, caseId, elementId);
        assertThat(waiting).as("%s waiting for %s", elementId, person.name().en()).isNotEmpty();
        Completion completion = desk.complete(waiting.get(0).taskId(), form, person);
        assertThat(completion).as("completing %s", elementId).isInstanceOf(Completion.Completed.class);
    }

    /** Completes the task with what its form begins with, changed by that function. */
    public void completePrefilled(
            Role role, String caseId, String elementId, UnaryOperator<Map<String, Object>> change) {
        Actor person = actor(role);
        List<OpenTask> waiting = tasks(person, caseId, elementId);
        assertThat(waiting).as("%s waiting for %s", elementId, role).isNotEmpty();
        Map<String, Object> begun =
                desk.view(waiting.get(0).taskId(), person).orElseThrow().page().values();
        Completion completion = desk.complete(
                waiting.get(0).taskId(), change.apply(new LinkedHashMap<>(begun)), person);
        assertThat(completion).as("completing %s", elementId).isInstanceOf(Completion.Completed.class);
    }

    private Post post(Role role) {
        LocalDate from = clock.today().minusYears(10);
        if (OF_THE_GRANTEE.contains(role)) {
            return new Post(role, ScopeKind.ORGANISATION, grantee.id(), from, null);
        }
        return role == Role.SA || role == Role.AU
                ? new Post(role, ScopeKind.ALL, "*", from, null)
                : new Post(role, ScopeKind.PROGRAMME, programmeKey, from, null);
    }
}
