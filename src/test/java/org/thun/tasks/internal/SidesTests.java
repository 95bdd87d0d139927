package org.thun.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.thun.identity.Actor;
import org.thun.identity.Deputies;
import org.thun.identity.Deputies.Stand;
import org.thun.identity.Deputyship;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.tasks.internal.DeputyTaskMapper.ActRow;

/** What a task's completion checks that no routing can (SD6, SD10). */
class SidesTests {

    private static final LocalDate DAY = LocalDate.of(2016, 5, 2);
    private static final Post POST = new Post(Role.AP, ScopeKind.PROGRAMME, "ldi", DAY, DAY.plusDays(5));
    private static final Deputyship DEPUTYSHIP =
            new Deputyship("d1", "absent", name("มาลี"), POST, Money.parse("50000"), Set.of());
    private static final Authority AUTHORITY = new Authority(Role.AP, DEPUTYSHIP);
    private static final Actor DEPUTY =
            new Actor("deputy", "deputy", name("พิมพ์ใจ"), List.of(), List.of(DEPUTYSHIP), null, null);
    private static final InboxRow ROW = new InboxRow("t1", "r1", "amendment", "task_approveAmendment", "approve-amendment",
            "AP", "a1", "g1", "ldi", "org1", "g1", null, "59-00-0001", "เรื่อง", null, DAY, DAY.atStartOfDay(), null);

    private final DeputyTaskMapper acts = mock(DeputyTaskMapper.class);
    private final TaskSources sources = mock(TaskSources.class);
    private final Deputies deputies = mock(Deputies.class);
    private final Sides sides = new Sides(acts, sources, deputies, () -> Instant.parse("2016-05-02T03:00:00Z"));

    @BeforeEach
    void anotherApproverIsThere() {
        given(deputies.able(any(Role.class), any(Scope.class), any(), any())).willReturn(List.of(
                stand("deputy", "พิมพ์ใจ", DEPUTYSHIP), stand("author", "ผู้ร่าง", null), stand("other", "สมชาย", null)));
        given(sources.amountOf(any(), any(), any())).willReturn(Optional.of(Money.parse("50000")));
    }

    @Test
    void letsADeputyActWhereNothingStandsAgainstIt() {
        given(acts.rolesIn("g1", "deputy")).willReturn(Set.of(Role.AP));
        assertThat(sides.againstDeputy(ROW, AUTHORITY, DEPUTY, Set.of("author"))).isEmpty();
    }

    @Test
    @DisplayName("SD6: the absent person's hand excludes the deputy, who is told who can act instead")
    void excludesByTheAbsentPersonsHand() {
        Problem problem = sides.againstDeputy(ROW, AUTHORITY, DEPUTY, Set.of("author", "absent")).get(0);
        assertThat(problem.messageKey()).isEqualTo("tasks.problem.deputy.sides");
        assertThat(problem.rule()).isEqualTo("SD6");
        assertThat(problem.args()).containsExactly(name("มาลี"), new LocalizedText("สมชาย", "สมชาย"));
    }

    @Test
    @DisplayName("SD10: one role in a case")
    void excludesByAnotherRoleInTheCase() {
        given(acts.rolesIn("g1", "deputy")).willReturn(Set.of(Role.PO));
        assertThat(sides.againstDeputy(ROW, AUTHORITY, DEPUTY, Set.of())).extracting(Problem::rule).containsExactly("SD10");
    }

    @Test
    void excludesByTheAmountToTheSatang() {
        given(sources.amountOf(any(), any(), any())).willReturn(Optional.of(Money.parse("50000.01")));
        assertThat(sides.againstDeputy(ROW, AUTHORITY, DEPUTY, Set.of())).extracting(Problem::messageKey)
                .containsExactly("tasks.problem.deputy.limit");
    }

    @Test
    void saysWhatToDoWhereNobodyIsLeft() {
        given(deputies.able(any(Role.class), any(Scope.class), any(), any()))
                .willReturn(List.of(stand("author", "ผู้ร่าง", null), stand("deputy", "พิมพ์ใจ", DEPUTYSHIP)));
        assertThat(sides.againstDeputy(ROW, AUTHORITY, DEPUTY, Set.of("author", "absent"))).extracting(Problem::messageKey)
                .containsExactly("tasks.problem.deputy.sides.nobody");
    }

    @Test
    @DisplayName("SD6: what was done for somebody is theirs too, on that object")
    void widensExclusionsByWhatWasDoneForOthers() {
        given(acts.actsOn("a1")).willReturn(List.of(act("deputy", "absent", Role.AP), act("third", "fourth", Role.AP)));
        assertThat(sides.widened("a1", Set.of("deputy"))).containsExactlyInAnyOrder("deputy", "absent");
        assertThat(sides.widened("a1", Set.of("absent"))).as("the other way round nobody is to blame").containsExactly("absent");
    }

    @Test
    void asksNothingWhereNobodyIsExcluded() {
        assertThat(sides.widened("a1", Set.of())).isEmpty();
        verifyNoInteractions(acts);
    }

    @Test
    @DisplayName("SD10: what was done for somebody in another role keeps from the same object in one's own")
    void keepsOwnRoleFromTheSameObject() {
        given(acts.actsOn("a1")).willReturn(List.of(act("deputy", "absent", Role.PO)));
        assertThat(sides.againstOwn(ROW, new Authority(Role.AP, null), DEPUTY)).extracting(Problem::rule)
                .containsExactly("SD10");
        assertThat(sides.againstOwn(ROW, new Authority(Role.PO, null), DEPUTY)).isEmpty();
    }

    private static ActRow act(String accountId, String principalId, Role role) {
        return new ActRow("t0", "g1", "a1", accountId, principalId, "d1", role, DAY.atStartOfDay());
    }

    private static Stand stand(String accountId, String name, Deputyship deputyship) {
        return new Stand(accountId, name(name), DAY, DAY, POST, deputyship);
    }

    private static LocalizedText name(String thai) {
        return new LocalizedText(thai, null);
    }
}
