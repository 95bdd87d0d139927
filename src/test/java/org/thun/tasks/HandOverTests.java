package org.thun.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Account.HeldPost;
import org.thun.identity.AccountAdministration;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Deputies;
import org.thun.identity.Deputies.Naming;
import org.thun.identity.PostChanges;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.Problem;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.tasks.TaskDesk.InboxFilter;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

/** Open tasks follow the post: the leaver keeps the history and loses access the same day. */
@ThunTest
class HandOverTests {

    @Autowired
    TaskDesk desk;

    @Autowired
    PostTasks postTasks;

    @Autowired
    GrantFixture fixture;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountAdministration administration;

    @Autowired
    Deputies deputies;

    @Autowired
    PostChanges changes;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AuditTrail audit;

    @Autowired
    TrainingClock clock;

    private Grant grant;
    private Actor administrator;
    private Actor leaving;
    private Actor next;
    private HeldPost post;
    private OpenTask task;

    @BeforeEach
    void somebodyHasTakenATaskAndWillLeave() {
        administrator = fixture.person(Role.SA, ScopeKind.ALL, "*");
        grant = fixture.opened("1000000");
        leaving = fixture.ofProgramme(Role.PO);
        next = fixture.person(Role.EM, ScopeKind.PROGRAMME, "community-crisis-microgrants");
        post = administration.find(administrator, leaving.accountId()).orElseThrow().posts().get(0);
        task = fixture.task(grant.id(), "task_prepareAgreement");
        desk.claim(task.taskId(), leaving);
    }

    @Test
    void saysBeforehandWhichTasksWillMove() {
        assertThat(postTasks.movingWith(leaving.accountId(), post.post(), fixture.today())).extracting(OpenTask::taskId)
                .containsExactly(task.taskId());
        fixture.appoint(leaving, Role.PO, ScopeKind.GRANT, grant.id());
        assertThat(postTasks.movingWith(leaving.accountId(), post.post(), fixture.today()))
                .as("another post of the person keeps the task").isEmpty();
        assertThat(postTasks.takenBy(leaving.accountId())).hasSize(1);
    }

    @Test
    @DisplayName("a post that has ended: its open tasks wait for everybody of the post, and the leaver is out at once")
    void movesTasksBackToThePost() {
        assertThat(end(fixture.today().minusDays(1), "")).isEmpty();
        assertThat(now().assigneeId()).isNull();
        assertThat(desk.open(task.taskId(), fixture.ofProgramme(Role.PO))).isPresent();
        assertLeftOut();
        AuditEntry moved = last("task.return");
        assertThat(moved.accountId()).isEqualTo(administrator.accountId());
        assertThat(moved.reason()).isEqualTo(leaving.name().th());
        assertThat(audit.stream(grant.id())).as("history is kept")
                .anySatisfy(entry -> {
                    assertThat(entry.command()).isEqualTo("task.claim");
                    assertThat(entry.accountId()).isEqualTo(leaving.accountId());
                });
    }

    @Test
    void movesTasksToTheSuccessorOnTheDayAfterTheLast() {
        LocalDate lastDay = fixture.today().plusDays(1);
        assertThat(end(lastDay, next.username())).isEmpty();
        assertThat(now().assigneeId()).as("until the last day it is the leaver's").isEqualTo(leaving.accountId());
        clock.moveTo(lastDay);
        assertThat(desk.open(task.taskId(), again(leaving))).isPresent();
        assertThat(desk.open(task.taskId(), again(next))).isEmpty();

        clock.moveTo(lastDay.plusDays(1));
        assertThat(now().assigneeId()).isEqualTo(next.accountId());
        assertThat(desk.open(task.taskId(), again(next))).isPresent();
        assertLeftOut();
        AuditEntry moved = last("task.handOver");
        assertThat(moved.accountId()).as("the day itself did it").isNull();
        assertThat(moved.reason()).contains(leaving.name().th()).contains(next.name().th());
        assertThat(desk.release(task.taskId(), again(next))).isTrue();
    }

    @Test
    @DisplayName("SD2, SD7: a successor is checked like anybody who is appointed")
    void refusesSuccessorsWhoMayNotHoldThePost() {
        assertThat(end(fixture.today(), "no-such-person")).extracting(Problem::field).containsExactly("successor");
        assertThat(end(fixture.today(), leaving.username())).extracting(Problem::field).containsExactly("successor");
        assertThat(end(fixture.today(), administrator.username())).extracting(Problem::rule).containsExactly("SD7");
        assertThat(again(leaving).holds(Role.PO, grant.scope())).isTrue();
        Actor lead = fixture.ofGrantee(Role.GL);
        assertThat(administration.successionConcerns(administrator, leaving.accountId(), post.id(), fixture.today(),
                        lead.username()))
                .extracting(Problem::rule).containsExactly("SD1");
    }

    @Test
    void movesTasksOfSomebodyShutOut() {
        administration.disable(administrator, leaving.accountId(), "ลาออก").orElseThrow();
        assertThat(now().assigneeId()).isNull();
        assertThat(last("task.return").accountId()).isEqualTo(administrator.accountId());
    }

    @Test
    void movesTasksWhenAnAmendmentChangesHands() {
        Actor approver = fixture.ofProgramme(Role.AP);
        new TransactionTemplate(transactions).executeWithoutResult(status -> changes.end(leaving.accountId(), Role.PO,
                grant.scope(), fixture.today().minusDays(1), "เปลี่ยนผู้ประสานงาน", approver.as(Role.AP)));
        assertThat(now().assigneeId()).isNull();
        assertThat(last("task.return").roleCode()).isEqualTo("AP");
        assertLeftOut();
    }

    @Test
    void leavesWhatAnotherPostOfTheLeaverCovers() {
        fixture.appoint(leaving, Role.PO, ScopeKind.GRANT, grant.id());
        assertThat(end(fixture.today().minusDays(1), "")).isEmpty();
        assertThat(now().assigneeId()).isEqualTo(leaving.accountId());
        assertThat(desk.open(task.taskId(), again(leaving))).isPresent();
    }

    @Test
    void movesWhatADeputyOfTheLeaverHadTaken() {
        desk.release(task.taskId(), leaving);
        LocalDate today = fixture.today();
        deputies.name(leaving, new Naming(leaving.accountId(), post.id(), next.username(), null, today, today.plusDays(3), null,
                Set.of(), "")).orElseThrow();
        assertThat(desk.claim(task.taskId(), again(next))).isTrue();
        assertThat(end(today.minusDays(1), "")).isEmpty();
        assertThat(now().assigneeId()).isNull();
        assertThat(again(next).deputyships()).isEmpty();
        assertThat(desk.open(task.taskId(), again(next))).isEmpty();
    }

    private void assertLeftOut() {
        Actor left = again(leaving);
        assertThat(desk.open(task.taskId(), left)).isEmpty();
        assertThat(desk.inbox(left, new InboxFilter(grant.id(), null, 0, 25)).tasks()).isEmpty();
        assertThat(desk.complete(task.taskId(), Map.of(), left)).isInstanceOf(Completion.Unknown.class);
    }

    private List<Problem> end(LocalDate lastDay, String successor) {
        return administration.endPost(administrator, leaving.accountId(), post.id(), lastDay, "ย้ายงาน", successor).problems();
    }

    private OpenTask now() {
        return fixture.task(grant.id(), "task_prepareAgreement");
    }

    private Actor again(Actor person) {
        return accounts.actor(person.accountId()).orElseThrow();
    }

    private AuditEntry last(String command) {
        return audit.stream(grant.id()).stream()
                .filter(entry -> entry.command().equals(command))
                .reduce((one, other) -> other)
                .orElseThrow();
    }
}
