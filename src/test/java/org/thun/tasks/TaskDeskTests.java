package org.thun.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.Problem;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.tasks.TaskDesk.InboxFilter;
import org.thun.testing.ThunTest;

/** The inbox and the one way to finish a task, on the real agreement process. */
@ThunTest
class TaskDeskTests {

    @Autowired
    TaskDesk desk;

    @Autowired
    GrantFixture fixture;

    @Autowired
    Grants grants;

    @Autowired
    AuditTrail audit;

    private Grant grant;
    private Actor officer;
    private OpenTask task;

    @BeforeEach
    void anAgreementWaitsToBePrepared() {
        grant = fixture.opened("1000000");
        officer = fixture.ofProgramme(Role.PO);
        task = fixture.task(grant.id(), "task_prepareAgreement");
    }

    @Test
    void showsATaskToThoseWhoseRoleAndScopeItIs() {
        assertThat(inbox(officer)).contains(task.taskId());
        assertThat(inbox(fixture.person(Role.PO, ScopeKind.ALL, "*"))).contains(task.taskId());
        assertThat(inbox(fixture.person(Role.PO, ScopeKind.GRANT, grant.id()))).contains(task.taskId());
        assertThat(inbox(fixture.person(Role.PO, ScopeKind.PROGRAMME, "community-crisis-microgrants"))).isEmpty();
        assertThat(inbox(fixture.ofGrantee(Role.GL))).doesNotContain(task.taskId());
    }

    @Test
    void doesNotKnowATaskThatIsSomebodyElses() {
        Actor stranger = fixture.ofProgramme(Role.EV);
        assertThat(desk.view(task.taskId(), stranger)).isEmpty();
        assertThat(desk.claim(task.taskId(), stranger)).isFalse();
        assertThat(desk.saveDraft(task.taskId(), good(), stranger)).isEmpty();
        assertThat(desk.complete(task.taskId(), good(), stranger)).isInstanceOf(Completion.Unknown.class);
        assertThat(desk.open(task.taskId(), officer)).isPresent();
    }

    @Test
    void hidesAClaimedTaskFromOthersUntilItIsReleased() {
        Actor colleague = fixture.ofProgramme(Role.PO);
        assertThat(desk.claim(task.taskId(), officer)).isTrue();
        assertThat(inbox(colleague)).doesNotContain(task.taskId());
        assertThat(desk.complete(task.taskId(), good(), colleague)).isInstanceOf(Completion.Unknown.class);
        assertThat(desk.release(task.taskId(), colleague)).isFalse();
        assertThat(desk.release(task.taskId(), officer)).isTrue();
        assertThat(inbox(colleague)).contains(task.taskId());
    }

    @Test
    void completesWithTheCommandOfTheFormAndWritesItDown() {
        Completion completion = desk.complete(task.taskId(), good(), officer);
        assertThat(completion).isInstanceOf(Completion.Completed.class);
        assertThat(inbox(officer)).doesNotContain(task.taskId());
        assertThat(fixture.steps(grant.id())).containsExactly("task_signAgreementGrantee");
        AuditEntry entry = audit.stream(grant.id()).stream()
                .filter(written -> written.command().equals("agreement.prepare"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.accountId()).isEqualTo(officer.accountId());
        assertThat(entry.roleCode()).isEqualTo("PO");
        assertThat(entry.dataHash()).hasSize(64);
    }

    @Test
    void refusesUnknownAndWrongTypedFieldsAndChangesNothing() {
        Map<String, Object> data = good();
        data.put("effectiveOn", "31/2/2559");
        data.put("approved", true);
        Completion completion = desk.complete(task.taskId(), data, officer);
        assertThat(completion).isInstanceOfSatisfying(Completion.Refused.class, refused ->
                assertThat(refused.problems()).extracting(Problem::field)
                        .containsExactlyInAnyOrder("effectiveOn", "approved"));
        assertThat(desk.open(task.taskId(), officer)).isPresent();
        assertThat(audit.stream(grant.id())).extracting(AuditEntry::command).doesNotContain("agreement.prepare");
    }

    @Test
    void letsOneOfTwoWinWhoDecideAtTheSameMoment() throws Exception {
        Actor colleague = fixture.ofProgramme(Role.PO);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Completion>> both = List.of(officer, colleague).stream()
                    .<Callable<Completion>>map(actor -> () -> {
                        together.await();
                        return desk.complete(task.taskId(), good(), actor);
                    })
                    .toList();
            List<Completion> ends = two.invokeAll(both).stream().map(TaskDeskTests::get).toList();
            assertThat(ends).hasAtLeastOneElementOfType(Completion.Completed.class);
            assertThat(ends).hasAtLeastOneElementOfType(Completion.AlreadyDone.class);
        } finally {
            two.shutdown();
        }
        assertThat(audit.stream(grant.id()).stream().filter(entry -> entry.command().equals("agreement.prepare")))
                .hasSize(1);
        assertThat(audit.verify(grant.id()).holds()).isTrue();
    }

    @Test
    void tellsWhoWasFasterToWhomeverComesSecond() {
        Actor colleague = fixture.ofProgramme(Role.PO);
        desk.complete(task.taskId(), good(), officer);
        assertThat(desk.complete(task.taskId(), good(), colleague))
                .isInstanceOfSatisfying(Completion.AlreadyDone.class, done -> assertThat(done.by().th())
                        .isEqualTo(officer.name().th()));
        assertThat(desk.complete(task.taskId(), good(), fixture.ofProgramme(Role.EV)))
                .as("strangers do not even learn that the task was there")
                .isInstanceOf(Completion.Unknown.class);
    }

    @Test
    void keepsDraftsPerPersonUntilTheTaskIsDone() {
        Actor colleague = fixture.ofProgramme(Role.PO);
        assertThat(desk.saveDraft(task.taskId(), Map.of("number", "ร่าง"), officer)).isPresent();
        assertThat(desk.saveDraft(task.taskId(), Map.of("number", "ร่าง 2"), officer)).isPresent();
        assertThat(desk.view(task.taskId(), officer).orElseThrow().draft()).containsEntry("number", "ร่าง 2");
        assertThat(desk.view(task.taskId(), colleague).orElseThrow().draft()).isNull();
    }

    @Test
    void asksForTheExcludedAgainWhenATaskIsCompleted() {
        Actor both = fixture.withFurtherPost(officer, Role.AP);
        desk.complete(task.taskId(), good(), both);
        fixture.complete(grant.id(), "task_signAgreementGrantee", fixture.ofGrantee(Role.GL), Map.of("decision", "SIGN"));
        OpenTask sign = fixture.task(grant.id(), "task_signAgreementFunder");
        assertThat(inbox(both)).as("SD1: who prepared does not sign").doesNotContain(sign.taskId());
        assertThat(desk.complete(sign.taskId(), Map.of("decision", "SIGN"), both))
                .isInstanceOf(Completion.Unknown.class);
    }

    private static Completion get(Future<Completion> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError("neither may fail", e);
        }
    }

    private Map<String, Object> good() {
        return new HashMap<>(Map.of("number", "ท. " + grant.id(), "effectiveOn", "1 พ.ค. 2559", "conditionsMet", List.of()));
    }

    private List<String> inbox(Actor actor) {
        return desk.inbox(actor, new InboxFilter(grant.id(), null, 0, 200)).tasks().stream()
                .map(OpenTask::taskId)
                .toList();
    }
}
