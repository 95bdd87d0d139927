package org.thun.grants;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.grants.Grants.NewGrant;
import org.thun.identity.Accounts;
import org.thun.identity.Accounts.NewAccount;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.parties.Organisations;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;

/** People, grants and completed tasks for tests that run the whole application. */
@Component
public class GrantFixture {

    public static final String PROGRAMME = "ldi-pracharath-2";
    public static final String PASSWORD = "thun-test";

    private final Accounts accounts;
    private final Organisations organisations;
    private final Programmes programmes;
    private final Grants grants;
    private final TaskDesk desk;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    GrantFixture(
            Accounts accounts,
            Organisations organisations,
            Programmes programmes,
            Grants grants,
            TaskDesk desk,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.programmes = programmes;
        this.grants = grants;
        this.desk = desk;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A new person with one post. */
    public Actor person(Role role, ScopeKind kind, String scopeId) {
        String username = role.name().toLowerCase() + "-" + Ids.next();
        String id = accounts.create(new NewAccount(username, PASSWORD,
                new LocalizedText("สมมติ " + username, "Test " + username), null, false));
        return appoint(id, role, kind, scopeId);
    }

    /** The same person with one more post. */
    public Actor appoint(Actor person, Role role, ScopeKind kind, String scopeId) {
        return appoint(person.accountId(), role, kind, scopeId);
    }

    private Actor appoint(String accountId, Role role, ScopeKind kind, String scopeId) {
        accounts.appoint(accountId, new Post(role, kind, scopeId, LocalDate.of(2000, 1, 1), null), null);
        return accounts.actor(accountId).orElseThrow();
    }

    /** The same person with a further post in the programme. */
    public Actor withFurtherPost(Actor person, Role role) {
        return appoint(person, role, ScopeKind.PROGRAMME, PROGRAMME);
    }

    /** A new officer, approver, reviewer … of the programme. */
    public Actor ofProgramme(Role role) {
        return person(role, ScopeKind.PROGRAMME, PROGRAMME);
    }

    /** A new person of the organisation that the programme names as its grantee. */
    public Actor ofGrantee(Role role) {
        return person(role, ScopeKind.ORGANISATION, grantee());
    }

    /** The organisation that the programme names as its grantee. */
    public String grantee() {
        return organisations.grantees(PROGRAMME).get(0).id();
    }

    public ProgrammeDefinition programme() {
        return programmes.current(PROGRAMME).orElseThrow();
    }

    /** A grant whose agreement waits to be prepared. */
    public Grant opened(String amount, String... conditions) {
        return openedBy(ofGrantee(Role.GL), amount, conditions);
    }

    /** The same, led by that person. */
    public Grant openedBy(Actor lead, String amount, String... conditions) {
        String head = programme().costHeads().get(0).code();
        NewGrant grant = new NewGrant(Ids.next(), PROGRAMME, programmes.currentVersionNo(PROGRAMME).orElseThrow(),
                grantee(), lead.accountId(), new LocalizedText("ทุนทดสอบ", "Test grant"), Money.parse(amount), 18,
                List.of(new BudgetLine("1.1", head, Money.parse(amount))), true, List.of(conditions));
        return grants.get(transaction.execute(status -> grants.open(grant, Actor.SYSTEM)));
    }

    /** A grant that runs since that day. */
    public Grant effective(String amount, LocalDate from) {
        Grant grant = opened(amount);
        complete(grant.id(), "task_prepareAgreement", ofProgramme(Role.PO),
                Map.of("number", "ท." + grant.id(), "effectiveOn", from.toString(), "conditionsMet", List.of()));
        complete(grant.id(), "task_signAgreementGrantee", ofGrantee(Role.GL), Map.of("decision", "SIGN"));
        complete(grant.id(), "task_signAgreementFunder", ofProgramme(Role.AP), Map.of("decision", "SIGN"));
        return grants.get(grant.id());
    }

    /** The open task of a case at that step. */
    public OpenTask task(String caseId, String elementId) {
        return desk.ofCase(caseId).stream()
                .filter(task -> task.elementId().equals(elementId))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no " + elementId + " among " + desk.ofCase(caseId).stream().map(OpenTask::elementId).toList()));
    }

    /** The steps at which a case waits for people. */
    public List<String> steps(String caseId) {
        return desk.ofCase(caseId).stream().map(OpenTask::elementId).sorted().toList();
    }

    /** Submits the task of that step that waits for this person, among several of the same step. */
    public Completion submitAs(String caseId, String elementId, Actor actor, Map<String, Object> data) {
        OpenTask task = desk.inbox(actor, new TaskDesk.InboxFilter(caseId, null, 0, 100)).tasks().stream()
                .filter(open -> open.elementId().equals(elementId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + elementId + " for " + actor.username()));
        return desk.complete(task.taskId(), data, actor);
    }

    public Completion submit(String caseId, String elementId, Actor actor, Map<String, Object> data) {
        return desk.complete(task(caseId, elementId).taskId(), data, actor);
    }

    public void complete(String caseId, String elementId, Actor actor, Map<String, Object> data) {
        Completion completion = submit(caseId, elementId, actor, data);
        if (!(completion instanceof Completion.Completed)) {
            throw new AssertionError(elementId + ": " + completion);
        }
    }

    public LocalDate today() {
        return clock.today();
    }
}
