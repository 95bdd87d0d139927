package org.thun.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.disbursement.MoneyFixture;
import org.thun.disbursement.MoneyFixture.Case;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.Grants;
import org.thun.identity.Account.HeldPost;
import org.thun.identity.AccountAdministration;
import org.thun.identity.Accounts;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.Deputies;
import org.thun.identity.Deputies.Entry;
import org.thun.identity.Deputies.Naming;
import org.thun.identity.Deputies.Part;
import org.thun.identity.Deputies.State;
import org.thun.identity.ObjectKind;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.tasks.TaskDesk.InboxFilter;
import org.thun.tasks.TaskDesk.InboxPage;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

/** Deputies, on the real agreement and disbursement processes. */
@ThunTest
class DeputyTests {

    @Autowired
    TaskDesk desk;

    @Autowired
    Deputies deputies;

    @Autowired
    AccountAdministration administration;

    @Autowired
    Accounts accounts;

    @Autowired
    GrantFixture fixture;

    @Autowired
    MoneyFixture money;

    @Autowired
    Grants grants;

    @Autowired
    AuditTrail audit;

    @Autowired
    TrainingClock clock;

    private Grant grant;
    private Actor officer;
    private Actor colleague;
    private OpenTask task;

    @BeforeEach
    void anAgreementWaitsForAnOfficerWhoWillBeAway() {
        grant = fixture.opened("1000000");
        officer = fixture.ofProgramme(Role.PO);
        colleague = fixture.person(Role.PO, ScopeKind.PROGRAMME, "community-crisis-microgrants");
        task = fixture.task(grant.id(), "task_prepareAgreement");
    }

    @Test
    @DisplayName("BR-44: a deputy finds the tasks, does them, and both names are written down")
    void actsForTheAbsentPerson() {
        assertThat(inbox(colleague).tasks()).isEmpty();
        assertThat(grants.find(grant.id(), colleague)).isEmpty();
        Actor deputy = named(officer, colleague);
        InboxPage inbox = inbox(deputy);
        assertThat(inbox.tasks()).extracting(OpenTask::taskId).containsExactly(task.taskId());
        assertThat(inbox.total()).isEqualTo(1);
        assertThat(inbox.inPlaceOf()).containsEntry(task.taskId(), officer.name());
        assertThat(desk.view(task.taskId(), deputy).orElseThrow().inPlaceOf()).isEqualTo(officer.name());
        assertThat(grants.find(grant.id(), deputy)).as("what is needed to decide can be read").isPresent();
        assertThat(deputy.may(Action.CREATE, ObjectKind.AGREEMENT, grant.scope())).as("beyond tasks nothing is given").isFalse();

        assertThat(desk.complete(task.taskId(), agreement(), deputy)).isInstanceOf(Completion.Completed.class);
        AuditEntry entry = entry("agreement.prepare");
        assertThat(entry.accountId()).isEqualTo(deputy.accountId());
        assertThat(entry.roleCode()).isEqualTo("PO");
        assertThat(entry.forAccountId()).isEqualTo(officer.accountId());
        assertThat(entry.forAccountName()).isEqualTo(officer.name().th());
        assertThat(audit.verify(grant.id()).holds()).isTrue();
    }

    @Test
    void marksOnlyWhatIsDoneForSomebodyElse() {
        Actor both = fixture.person(Role.PO, ScopeKind.GRANT, grant.id());
        Actor deputy = named(officer, both);
        assertThat(inbox(deputy).tasks()).extracting(OpenTask::taskId).containsExactly(task.taskId());
        assertThat(inbox(deputy).inPlaceOf()).isEmpty();
        desk.complete(task.taskId(), agreement(), deputy);
        assertThat(entry("agreement.prepare").forAccountId()).isNull();
    }

    @Test
    void doesOnlyTheWorkAndTheScopeNamed() {
        Actor otherWork = named(officer, colleague, it -> with(it, null, null, Set.of("period-report")));
        assertThat(inbox(otherWork).tasks()).isEmpty();
        assertThat(desk.open(task.taskId(), otherWork)).isEmpty();
        assertThat(desk.claim(task.taskId(), otherWork)).isFalse();

        Grant other = fixture.opened("1000");
        Actor narrow = named(officer, fixture.person(Role.EM, ScopeKind.PROGRAMME, "community-crisis-microgrants"),
                it -> with(it, new Part(ScopeKind.GRANT, grant.id(), null), null, Set.of()));
        assertThat(inbox(narrow).tasks()).extracting(OpenTask::taskId).containsExactly(task.taskId());
        assertThat(desk.open(fixture.task(other.id(), "task_prepareAgreement").taskId(), narrow)).isEmpty();
    }

    @Test
    @DisplayName("SD6: above the limit it is refused, with who may act instead")
    void keepsToTheLimit() {
        Actor deputy = named(officer, colleague, it -> with(it, null, Money.parse("999999.99"), Set.of()));
        assertThat(refusals(desk.complete(task.taskId(), agreement(), deputy))).singleElement().satisfies(problem -> {
            assertThat(problem.messageKey()).isEqualTo("tasks.problem.deputy.limit");
            assertThat(problem.rule()).isEqualTo("SD6");
            assertThat(problem.args()).contains(Money.parse("1000000"), Money.parse("999999.99"));
            assertThat(problem.args().get(2).toString()).contains("สมมติ");
        });
        assertThat(desk.open(task.taskId(), deputy)).as("nothing was changed").isPresent();
        Actor enough = named(officer, fixture.person(Role.EM, ScopeKind.PROGRAMME, "community-crisis-microgrants"),
                it -> with(it, null, Money.parse("1000000"), Set.of()));
        assertThat(desk.complete(task.taskId(), agreement(), enough)).isInstanceOf(Completion.Completed.class);
    }

    @Test
    @DisplayName("SD6: who prepared does not sign through a deputy")
    void keepsThePrincipalsHandFromTheOtherSide() {
        Actor both = fixture.withFurtherPost(officer, Role.AP);
        desk.complete(task.taskId(), agreement(), both);
        signedByTheGrantee();
        Actor deputy = named(both, colleague, Role.AP);
        OpenTask sign = fixture.task(grant.id(), "task_signAgreementFunder");
        assertThat(inbox(deputy).tasks()).doesNotContain(sign);
        assertThat(desk.complete(sign.taskId(), Map.of("decision", "SIGN"), deputy)).isInstanceOf(Completion.Unknown.class);
        assertThat(desk.complete(sign.taskId(), Map.of("decision", "SIGN"), fixture.ofProgramme(Role.AP)))
                .isInstanceOf(Completion.Completed.class);
    }

    @Test
    @DisplayName("SD6: what a deputy prepared, neither the deputy nor the absent person signs")
    void countsTheDeputysHandForBoth() {
        Actor both = fixture.withFurtherPost(officer, Role.AP);
        Actor deputy = named(both, fixture.appoint(colleague, Role.AP, ScopeKind.GRANT, grant.id()), Role.PO);
        assertThat(desk.complete(task.taskId(), agreement(), deputy)).isInstanceOf(Completion.Completed.class);
        signedByTheGrantee();
        OpenTask sign = fixture.task(grant.id(), "task_signAgreementFunder");
        for (Actor kept : List.of(both, deputy)) {
            assertThat(inbox(kept).tasks()).doesNotContain(sign);
            assertThat(desk.complete(sign.taskId(), Map.of("decision", "SIGN"), kept)).isInstanceOf(Completion.Unknown.class);
        }
    }

    @Test
    @DisplayName("SD10: whoever acts in one role in a case does not act in another as a deputy")
    void keepsToOneRoleInACase() {
        Case one = money.running("1000000.00");
        money.vouchered(one, "300000.00");
        Actor deputy = named(one.approver(), one.officer(), Role.FA);
        OpenTask approve = fixture.task(one.id(), "task_approvePayment");
        assertThat(refusals(desk.complete(approve.taskId(), Map.of("decision", "APPROVE"), deputy)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.rule()).isEqualTo("SD10");
                    assertThat(problem.args().get(0).toString()).contains(one.approver().name().th());
                });
        assertThat(desk.complete(approve.taskId(), Map.of("decision", "APPROVE"), one.approver()))
                .isInstanceOf(Completion.Completed.class);
    }

    @Test
    @DisplayName("SD2: neither key is turned by the deputy of who made the voucher")
    void keepsTheMakersDeputyFromTheKeys() {
        Case one = money.running("1000000.00");
        money.checked(one, "300000.00");
        Actor maker = named(one.maker(), colleague, Role.FM);
        fixture.complete(one.id(), "task_makeVoucher", maker, money.voucher());
        assertThat(name(one.approver(), one.approver(), colleague, Role.FA, it -> it).problems())
                .extracting(Problem::rule).containsExactly("SD2");
        deputies.revoke(maker, entryOf(maker).deputyship().id(), "").orElseThrow();
        Actor approving = named(one.approver(), colleague, Role.FA);
        OpenTask approve = fixture.task(one.id(), "task_approvePayment");
        assertThat(desk.complete(approve.taskId(), Map.of("decision", "APPROVE"), approving))
                .as("the hand on the voucher stays, whatever the post").isInstanceOf(Completion.Unknown.class);
    }

    @Test
    void opensWhatTheAbsentPersonHadTakenOnTheFirstDayAndLeavesItToEverybodyAfterTheLast() {
        assertThat(desk.claim(task.taskId(), officer)).isTrue();
        LocalDate tomorrow = fixture.today().plusDays(1);
        assertThat(name(officer, officer, colleague, Role.PO, it -> between(it, tomorrow, tomorrow)).isDone()).isTrue();
        assertThat(fixture.task(grant.id(), "task_prepareAgreement").assigneeId()).isEqualTo(officer.accountId());
        assertThat(again(colleague).deputyships()).isEmpty();

        clock.moveTo(tomorrow);
        Actor deputy = again(colleague);
        assertThat(inbox(deputy).tasks()).extracting(OpenTask::taskId).containsExactly(task.taskId());
        assertThat(desk.claim(task.taskId(), deputy)).isTrue();
        assertThat(inbox(again(officer)).tasks()).isEmpty();

        clock.moveTo(tomorrow.plusDays(1));
        assertThat(desk.open(task.taskId(), again(colleague))).as("ended by itself").isEmpty();
        assertThat(desk.complete(task.taskId(), agreement(), again(colleague))).isInstanceOf(Completion.Unknown.class);
        assertThat(inbox(again(officer)).tasks()).extracting(OpenTask::taskId).containsExactly(task.taskId());
        assertThat(entryFor(colleague).state()).isEqualTo(State.ENDED);
    }

    @Test
    void endsAtOnceWhenRevoked() {
        Actor deputy = named(officer, colleague);
        desk.claim(task.taskId(), deputy);
        String id = entryOf(deputy).deputyship().id();
        assertThat(deputies.revoke(fixture.person(Role.SA, ScopeKind.ALL, "*"), id, " ").problems())
                .extracting(Problem::field).containsExactly("reason");
        assertThat(deputies.revoke(officer, id, "กลับมาแล้ว").isDone()).isTrue();
        assertThat(again(colleague).deputyships()).isEmpty();
        assertThat(fixture.task(grant.id(), "task_prepareAgreement").assigneeId()).as("back with the post").isNull();
        assertThat(desk.open(task.taskId(), again(colleague))).isEmpty();
        assertThat(deputies.revoke(officer, id, "").problems()).extracting(Problem::messageKey)
                .containsExactly("identity.problem.deputy.over");
        assertThat(audit.stream(officer.accountId())).extracting(AuditEntry::command)
                .contains("deputy.name", "deputy.revoke");
    }

    @Test
    @DisplayName("SD6: a deputy names no further deputy, and nobody names themselves")
    void makesNoChains() {
        Actor deputy = named(officer, colleague);
        Actor third = fixture.person(Role.EM, ScopeKind.PROGRAMME, "community-crisis-microgrants");
        assertThat(deputies.postsToCover(deputy, officer.accountId())).isEmpty();
        assertThat(name(deputy, officer, third, Role.PO, it -> it).problems()).extracting(Problem::field)
                .containsExactly("post");
        Actor lead = fixture.ofGrantee(Role.GL);
        Actor programmeOfficer = fixture.ofProgramme(Role.PO);
        assertThat(name(programmeOfficer, lead, programmeOfficer, Role.GL, it -> because(it, "ลาป่วย")).problems())
                .extracting(Problem::messageKey).containsExactly("identity.problem.deputy.oneself");
    }

    @Test
    @DisplayName("SD2: whoever covers the maker is not appointed approver meanwhile, but may take the post over")
    void refusesPostsBesideWhatIsCovered() {
        Actor maker = fixture.ofProgramme(Role.FM);
        Actor deputy = named(maker, colleague, Role.FM);
        Actor administrator = fixture.person(Role.SA, ScopeKind.ALL, "*");
        LocalDate today = fixture.today();
        assertThat(administration.appoint(administrator, deputy.accountId(),
                        new Post(Role.FA, ScopeKind.PROGRAMME, GrantFixture.PROGRAMME, today, null)).problems())
                .extracting(Problem::rule).containsExactly("SD2");
        assertThat(administration.appoint(administrator, deputy.accountId(),
                        new Post(Role.FM, ScopeKind.PROGRAMME, GrantFixture.PROGRAMME, today, null)).isDone())
                .isTrue();
    }

    @Test
    void isArrangedForOthersByThoseWhoLookAfterThemWithAReason() {
        Actor lead = fixture.ofGrantee(Role.GL);
        Actor coordinator = fixture.ofGrantee(Role.GC);
        Actor other = fixture.person(Role.GC, ScopeKind.GRANT, grant.id());
        assertThat(name(lead, coordinator, other, Role.GC, it -> it).problems()).extracting(Problem::field)
                .containsExactly("reason");
        assertThat(name(lead, coordinator, other, Role.GC, it -> because(it, "ลาคลอด")).isDone()).isTrue();
        assertThat(deputies.postsToCover(officer, lead.accountId())).as("the officer, for the grantee").isNotEmpty();
        Actor approver = fixture.ofProgramme(Role.AP);
        assertThat(deputies.postsToCover(officer, approver.accountId())).as("not for whoever approves").isEmpty();
        assertThat(deputies.postsToCover(fixture.person(Role.SA, ScopeKind.ALL, "*"), approver.accountId())).isNotEmpty();
        assertThat(deputies.postsToCover(lead, officer.accountId())).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        LocalDate today = fixture.today();
        assertThat(fields(it -> between(it, today.minusDays(1), today))).containsExactly("from");
        assertThat(fields(it -> between(it, today.plusDays(2), today.plusDays(1)))).containsExactly("to");
        assertThat(fields(it -> with(it, null, Money.ZERO, Set.of()))).containsExactly("limit");
        assertThat(fields(it -> with(it, new Part(ScopeKind.PROGRAMME, "community-crisis-microgrants", null), null, Set.of())))
                .containsExactly("post");
        assertThat(name(officer, officer, officer, Role.PO, it -> it).problems()).extracting(Problem::field)
                .containsExactly("deputy");
        assertThat(name(officer, officer, fixture.ofGrantee(Role.GC), Role.PO, it -> it).problems())
                .extracting(Problem::rule).containsExactly("SD1");
    }

    private List<String> fields(UnaryOperator<Naming> change) {
        return name(officer, officer, colleague, Role.PO, change).problems().stream().map(Problem::field).toList();
    }

    private Actor named(Actor principal, Actor deputy) {
        return named(principal, deputy, Role.PO);
    }

    private Actor named(Actor principal, Actor deputy, Role role) {
        name(principal, principal, deputy, role, it -> it).orElseThrow();
        return again(deputy);
    }

    private Actor named(Actor principal, Actor deputy, UnaryOperator<Naming> change) {
        name(principal, principal, deputy, Role.PO, change).orElseThrow();
        return again(deputy);
    }

    private Outcome<String> name(Actor by, Actor principal, Actor deputy, Role role, UnaryOperator<Naming> change) {
        String post = deputies.postsToCover(principal, principal.accountId()).stream()
                .filter(held -> held.post().role() == role)
                .map(HeldPost::id)
                .findFirst()
                .orElseThrow();
        LocalDate today = fixture.today();
        return deputies.name(by, change.apply(new Naming(principal.accountId(), post, deputy.username(), null, today,
                today.plusDays(6), null, Set.of(), "")));
    }

    private static Naming with(Naming it, Part part, Money limit, Set<String> work) {
        return new Naming(it.principalId(), it.postId(), it.deputy(), part, it.from(), it.to(), limit, work, it.reason());
    }

    private static Naming between(Naming it, LocalDate from, LocalDate to) {
        return new Naming(it.principalId(), it.postId(), it.deputy(), it.part(), from, to, it.limit(), it.work(), it.reason());
    }

    private static Naming because(Naming it, String reason) {
        return new Naming(it.principalId(), it.postId(), it.deputy(), it.part(), it.from(), it.to(), it.limit(), it.work(),
                reason);
    }

    private Actor again(Actor person) {
        return accounts.actor(person.accountId()).orElseThrow();
    }

    private Entry entryOf(Actor deputy) {
        return deputies.get(deputy.deputyships().get(0).id()).orElseThrow();
    }

    private Entry entryFor(Actor deputy) {
        return deputies.visibleTo(deputy).stream()
                .filter(entry -> entry.deputyId().equals(deputy.accountId()))
                .findFirst()
                .orElseThrow();
    }

    private AuditEntry entry(String command) {
        return audit.stream(grant.id()).stream()
                .filter(entry -> entry.command().equals(command))
                .findFirst()
                .orElseThrow();
    }

    private void signedByTheGrantee() {
        fixture.complete(grant.id(), "task_signAgreementGrantee", fixture.ofGrantee(Role.GL), Map.of("decision", "SIGN"));
    }

    private InboxPage inbox(Actor actor) {
        return desk.inbox(actor, new InboxFilter(grant.id(), null, 0, 25));
    }

    private static List<Problem> refusals(Completion completion) {
        assertThat(completion).isInstanceOf(Completion.Refused.class);
        return ((Completion.Refused) completion).problems();
    }

    private Map<String, Object> agreement() {
        return new HashMap<>(Map.of("number", "ท. " + grant.id(), "effectiveOn", "1 พ.ค. 2559", "conditionsMet", List.of()));
    }
}
