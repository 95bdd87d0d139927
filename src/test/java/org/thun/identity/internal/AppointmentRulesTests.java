package org.thun.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.Problem;

class AppointmentRulesTests {

    private static final LocalDate MAY = LocalDate.of(2016, 5, 1);

    @Test
    @DisplayName("SD2: finance maker and approver are different people")
    void refusesMakerAndApproverInOnePerson() {
        Post maker = post(Role.FM, ScopeKind.PROGRAMME, "ldi");
        assertThat(rules(maker, post(Role.FA, ScopeKind.PROGRAMME, "ldi"))).containsExactly("SD2");
        assertThat(rules(maker, post(Role.FA, ScopeKind.ALL, "*"))).containsExactly("SD2");
        assertThat(rules(maker, post(Role.FA, ScopeKind.PROGRAMME, "other"))).isEmpty();
    }

    @Test
    @DisplayName("SD2: neither holds a role of the grantee of that grant")
    void refusesFinanceOfficersOnTheSideOfTheGrantee() {
        Post lead = post(Role.GL, ScopeKind.ORGANISATION, "org1");
        assertThat(rules(lead, post(Role.FA, ScopeKind.PROGRAMME, "ldi"))).containsExactly("SD2");
        assertThat(rules(lead, post(Role.FM, ScopeKind.GRANT, "grant1"))).containsExactly("SD2");
        Post ended = new Post(Role.GL, ScopeKind.ORGANISATION, "org1", MAY.minusYears(1), MAY.minusDays(1));
        assertThat(rules(ended, post(Role.FA, ScopeKind.PROGRAMME, "ldi"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "SA", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("SD7: an administrator holds no business role, whatever the scope")
    void refusesAdministratorsWithAnotherRole(Role role) {
        Post administrator = post(Role.SA, ScopeKind.ALL, "*");
        ScopeKind kind = AppointmentRules.scopesOf(role).get(0);
        Post business = post(role, kind, kind == ScopeKind.CENTRE ? "ldi/TH-50" : "ldi");
        assertThat(rules(administrator, business)).containsExactly("SD7");
        assertThat(rules(business, administrator)).containsExactly("SD7");
    }

    @Test
    void refusesTheSamePostTwiceAndTimesThatRunBackwards() {
        Post officer = post(Role.PO, ScopeKind.PROGRAMME, "ldi");
        assertThat(keys(AppointmentRules.refusals(List.of(officer), officer)))
                .containsExactly("identity.problem.post.held");
        Post backwards = new Post(Role.PO, ScopeKind.PROGRAMME, "ldi", MAY, MAY.minusDays(1));
        assertThat(keys(AppointmentRules.refusals(List.of(), backwards)))
                .containsExactly("identity.problem.post.dates");
    }

    @Test
    void refusesScopesThatDoNotFitTheRole() {
        for (Post misplaced : List.of(
                post(Role.SA, ScopeKind.PROGRAMME, "ldi"),
                post(Role.GL, ScopeKind.ALL, "*"),
                post(Role.CC, ScopeKind.PROGRAMME, "ldi"),
                post(Role.PO, ScopeKind.CENTRE, "ldi/TH-50"))) {
            assertThat(keys(AppointmentRules.refusals(List.of(), misplaced)))
                    .containsExactly("identity.problem.post.scopeKind");
        }
    }

    @Test
    @DisplayName("SD3: an evaluator who worked with the grant within 24 months is pointed out")
    void warnsOfEvaluatorsWhoWereInvolved() {
        Post evaluator = post(Role.EV, ScopeKind.PROGRAMME, "ldi");
        Post mentorLastYear = new Post(Role.MT, ScopeKind.PROGRAMME, "ldi", MAY.minusYears(3), MAY.minusMonths(23));
        Post mentorLongAgo = new Post(Role.MT, ScopeKind.PROGRAMME, "ldi", MAY.minusYears(5), MAY.minusMonths(25));
        assertThat(concerns(mentorLastYear, evaluator)).containsExactly("SD3");
        assertThat(concerns(mentorLongAgo, evaluator)).isEmpty();
        assertThat(concerns(post(Role.PO, ScopeKind.PROGRAMME, "other"), evaluator)).isEmpty();
    }

    @Test
    void warnsOfPeopleOnBothSides() {
        assertThat(concerns(post(Role.PR, ScopeKind.PROGRAMME, "ldi"), post(Role.GC, ScopeKind.ORGANISATION, "o")))
                .containsExactly("SD4");
        assertThat(concerns(post(Role.CD, ScopeKind.CENTRE, "ldi/TH-50"), post(Role.RV, ScopeKind.PROGRAMME, "ldi")))
                .containsExactly("SD5");
        assertThat(concerns(post(Role.PO, ScopeKind.PROGRAMME, "ldi"), post(Role.GL, ScopeKind.GRANT, "g")))
                .containsExactly("SD1");
        assertThat(concerns(post(Role.AU, ScopeKind.ALL, "*"), post(Role.MT, ScopeKind.GRANT, "g")))
                .containsExactly("SD9");
        assertThat(concerns(post(Role.PO, ScopeKind.PROGRAMME, "ldi"), post(Role.AP, ScopeKind.PROGRAMME, "ldi")))
                .isEmpty();
    }

    private static List<String> rules(Post held, Post wanted) {
        return AppointmentRules.refusals(List.of(held), wanted).stream().map(Problem::rule).toList();
    }

    private static List<String> concerns(Post held, Post wanted) {
        return AppointmentRules.concerns(List.of(held), wanted).stream().map(Problem::rule).toList();
    }

    private static List<String> keys(List<Problem> problems) {
        return problems.stream().map(Problem::messageKey).toList();
    }

    private static Post post(Role role, ScopeKind kind, String id) {
        return new Post(role, kind, id, MAY, null);
    }
}
