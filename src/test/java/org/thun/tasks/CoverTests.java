package org.thun.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Account.HeldPost;
import org.thun.identity.Actor;
import org.thun.identity.Deputies;
import org.thun.identity.Deputies.Naming;
import org.thun.identity.Deputies.Stand;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.DateRange;
import org.thun.shared.Ids;
import org.thun.shared.Money;
import org.thun.tasks.Cover.Kept;
import org.thun.tasks.Cover.PostCover;
import org.thun.tasks.Cover.Step;
import org.thun.tasks.Cover.TaskCover;
import org.thun.tasks.Cover.Why;
import org.thun.testing.ThunTest;

/** Who can decide while somebody is away. A post over one grant alone keeps the people of other tests out. */
@ThunTest
class CoverTests {

    @Autowired
    Cover cover;

    @Autowired
    Deputies deputies;

    @Autowired
    GrantFixture fixture;

    @Autowired
    TaskDesk desk;

    private Grant grant;
    private Actor administrator;
    private Actor verifier;
    private Actor deputy;
    private LocalDate today;

    @BeforeEach
    void aPostThatNobodyElseHolds() {
        today = fixture.today();
        grant = fixture.opened("1000000");
        administrator = fixture.person(Role.SA, ScopeKind.ALL, "*");
        verifier = fixture.person(Role.EM, ScopeKind.GRANT, grant.id());
        deputy = fixture.person(Role.PO, ScopeKind.PROGRAMME, "community-crisis-microgrants");
    }

    @Test
    void showsDaysOnWhichNobodyCanDoThePost() {
        Actor officer = fixture.person(Role.MT, ScopeKind.CENTRE, "no-such/" + Ids.next().substring(16));
        PostCover alone = post(officer, 9);
        assertThat(alone.gaps()).containsExactly(new DateRange(today, today.plusDays(9)));
        assertThat(alone.mayArrange()).isTrue();
        assertThat(alone.steps()).extracting(Step::elementId).contains("task_checkPeriodReport");

        name(officer, Role.MT, today.plusDays(2), today.plusDays(5), null, Set.of());
        PostCover covered = post(officer, 9);
        assertThat(covered.others()).extracting(Stand::accountId).containsExactly(deputy.accountId());
        assertThat(covered.gaps()).containsExactly(new DateRange(today, today.plusDays(1)),
                new DateRange(today.plusDays(6), today.plusDays(9)));
    }

    @Test
    void doesNotTakeADeputyForSomeOfTheWorkAsCover() {
        Actor officer = fixture.person(Role.MT, ScopeKind.CENTRE, "no-such/" + Ids.next().substring(16));
        name(officer, Role.MT, today, today.plusDays(9), Money.parse("1000"), Set.of());
        assertThat(post(officer, 9).gaps()).hasSize(1);
    }

    @Test
    void namesForEachTaskWhoCanAndWhoCannotAndWhy() {
        Actor officer = fixture.person(Role.PO, ScopeKind.GRANT, grant.id());
        Actor colleague = fixture.person(Role.PO, ScopeKind.GRANT, grant.id());
        name(officer, Role.PO, today, today.plusDays(2), Money.parse("1000"), Set.of());
        desk.claim(fixture.task(grant.id(), "task_prepareAgreement").taskId(), officer);
        TaskCover task = post(officer, 2).tasks().get(0);
        assertThat(task.task().elementId()).as("what is taken stands there too").isEqualTo("task_prepareAgreement");
        assertThat(task.able()).extracting(Stand::accountId).contains(colleague.accountId())
                .doesNotContain(officer.accountId(), deputy.accountId());
        assertThat(task.kept()).filteredOn(kept -> kept.stand().accountId().equals(deputy.accountId()))
                .extracting(Kept::why).containsExactly(Why.LIMIT);
        assertThat(task.gaps()).isEmpty();
    }

    @Test
    @DisplayName("SD1, SD6: whoever had a hand in it, and their deputies, do not count")
    void leavesOutWhoHadAHandInIt() {
        Actor preparing = fixture.withFurtherPost(fixture.person(Role.AP, ScopeKind.GRANT, grant.id()), Role.PO);
        Actor approver = fixture.person(Role.AP, ScopeKind.GRANT, grant.id());
        fixture.complete(grant.id(), "task_prepareAgreement", preparing, new HashMap<>(
                Map.of("number", "ท. " + grant.id(), "effectiveOn", today.toString(), "conditionsMet", List.of())));
        fixture.complete(grant.id(), "task_signAgreementGrantee", fixture.ofGrantee(Role.GL), Map.of("decision", "SIGN"));
        name(preparing, Role.AP, today, today.plusDays(2), null, Set.of());
        TaskCover sign = post(approver, 2).tasks().stream()
                .filter(task -> task.task().elementId().equals("task_signAgreementFunder"))
                .findFirst()
                .orElseThrow();
        assertThat(sign.kept()).anySatisfy(kept -> {
            assertThat(kept.stand().accountId()).isEqualTo(preparing.accountId());
            assertThat(kept.why()).isEqualTo(Why.HAND);
        }).anySatisfy(kept -> {
            assertThat(kept.stand().accountId()).isEqualTo(deputy.accountId());
            assertThat(kept.why()).isEqualTo(Why.PRINCIPAL);
        });
    }

    @Test
    void isThereForThoseWhoLookAfterThePost() {
        Actor officer = fixture.person(Role.MT, ScopeKind.GRANT, grant.id());
        for (Actor reader : List.of(fixture.ofProgramme(Role.PO), fixture.ofProgramme(Role.AP), fixture.ofGrantee(Role.GL),
                administrator, officer)) {
            assertThat(cover.of(reader, officer.accountId(), today, today)).as("%s", reader.roles()).isPresent();
        }
        assertThat(deputies.people(administrator)).extracting(Deputies.Person::accountId).contains(officer.accountId());
        for (Actor stranger : List.of(deputy, verifier, fixture.ofGrantee(Role.GC))) {
            assertThat(cover.of(stranger, officer.accountId(), today, today)).as("%s", stranger.roles()).isEmpty();
            assertThat(deputies.people(stranger)).extracting(Deputies.Person::accountId)
                    .doesNotContain(officer.accountId());
        }
    }

    private PostCover post(Actor away, int days) {
        return cover.of(administrator, away.accountId(), today, today.plusDays(days)).orElseThrow().posts().get(0);
    }

    private void name(Actor principal, Role role, LocalDate from, LocalDate to, Money limit, Set<String> work) {
        String post = deputies.postsToCover(principal, principal.accountId()).stream()
                .filter(held -> held.post().role() == role)
                .map(HeldPost::id)
                .findFirst()
                .orElseThrow();
        deputies.name(principal, new Naming(principal.accountId(), post, deputy.username(), null, from, to, limit, work, ""))
                .orElseThrow();
    }
}
