package org.thun.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thun.shared.LocalizedText;

class ActorTests {

    private static final Scope GRANT = Scope.ofGrant("ldi", "org1", "grant1");

    @Test
    void mayDoWhatAPostOverTheObjectAllows() {
        Actor officer = actor(post(Role.PO, ScopeKind.PROGRAMME, "ldi"));
        assertThat(officer.may(Action.CHECK, ObjectKind.TRANCHE, GRANT)).isTrue();
        assertThat(officer.may(Action.APPROVE, ObjectKind.TRANCHE, GRANT)).isFalse();
        assertThat(officer.may(Action.CHECK, ObjectKind.TRANCHE, Scope.ofGrant("other", "org1", "grant2"))).isFalse();
    }

    @Test
    void actsInTheRoleThatAllowsTheCommand() {
        Actor both = actor(post(Role.PO, ScopeKind.PROGRAMME, "ldi"), post(Role.AP, ScopeKind.PROGRAMME, "ldi"));
        assertThat(both.roleFor(Action.APPROVE, ObjectKind.AGREEMENT, GRANT)).contains(Role.AP);
        assertThat(both.roleFor(Action.CREATE, ObjectKind.AGREEMENT, GRANT)).contains(Role.PO);
        assertThat(both.as(Role.AP).acting()).isEqualTo(Role.AP);
    }

    @Test
    void letsPeopleOfACentreReadThePlanTheyWorkForButNoOtherCentre() {
        Actor coordinator = actor(post(Role.CC, ScopeKind.CENTRE, "ldi/TH-50"));
        assertThat(coordinator.may(Action.READ, ObjectKind.ACTIVITY_PLAN, GRANT)).isTrue();
        assertThat(coordinator.may(Action.READ, ObjectKind.REGISTRY_RECORD, GRANT.atCentre("TH-50"))).isTrue();
        assertThat(coordinator.may(Action.READ, ObjectKind.REGISTRY_RECORD, GRANT.atCentre("TH-51"))).isFalse();
        assertThat(coordinator.may(Action.READ, ObjectKind.ACTIVITY_PLAN, Scope.ofGrant("other", "o", "g"))).isFalse();
        assertThat(coordinator.may(Action.READ, ObjectKind.TRANCHE, GRANT)).isFalse();
    }

    @Test
    void tellsSqlHowFarTheRightReaches() {
        Actor person = actor(
                post(Role.PO, ScopeKind.PROGRAMME, "ldi"),
                post(Role.GL, ScopeKind.ORGANISATION, "org1"),
                post(Role.MT, ScopeKind.GRANT, "grant7"),
                post(Role.CC, ScopeKind.CENTRE, "other/TH-50"));
        Reach tranches = person.reach(Action.READ, ObjectKind.TRANCHE);
        assertThat(tranches.all()).isFalse();
        assertThat(tranches.programmeKeys()).contains("ldi").doesNotContain("other");
        assertThat(tranches.organisationIds()).contains("org1");
        assertThat(tranches.grantIds()).contains("grant7");
        assertThat(person.reach(Action.READ, ObjectKind.ACTIVITY_PLAN).programmeKeys()).contains("ldi", "other");
        assertThat(person.reach(Action.READ, ObjectKind.REGISTRY_RECORD).programmeKeys()).doesNotContain("other");
        assertThat(person.reach(Action.READ, ObjectKind.REGISTRY_RECORD).centreIds()).contains("other/TH-50");
    }

    @Test
    void reachesNothingWithoutPostsYetStaysGoodForSql() {
        Reach nothing = actor().reach(Action.READ, ObjectKind.TRANCHE);
        assertThat(nothing.all()).isFalse();
        for (var keys : List.of(nothing.programmeKeys(), nothing.organisationIds(), nothing.grantIds(),
                nothing.centreIds())) {
            assertThat(keys).containsExactly(Reach.NOTHING);
        }
        assertThat(actor(post(Role.AU, ScopeKind.ALL, "*")).reach(Action.READ, ObjectKind.TRANCHE).all()).isTrue();
    }

    @Test
    void isAddressedByAccountAndByEveryPost() {
        Actor person = actor(post(Role.PO, ScopeKind.PROGRAMME, "ldi"), post(Role.AU, ScopeKind.ALL, "*"));
        assertThat(person.audiences()).containsExactlyInAnyOrder("account:a1", "PO@programme:ldi", "AU@*");
        assertThat(GRANT.addresses()).containsExactly("*", "programme:ldi", "org:org1", "grant:grant1");
    }

    @Test
    void seesAggregatesOnlyWhereNothingMoreIsAllowed() {
        Actor reader = actor(post(Role.FR, ScopeKind.PROGRAMME, "ldi"));
        assertThat(reader.seesAggregatesOnly(ObjectKind.REGISTRY_RECORD, GRANT)).isTrue();
        assertThat(reader.seesAggregatesOnly(ObjectKind.PROGRESS_REPORT, GRANT)).isFalse();
        Actor verifierToo = actor(
                post(Role.FR, ScopeKind.PROGRAMME, "ldi"), post(Role.RV, ScopeKind.PROGRAMME, "ldi"));
        assertThat(verifierToo.seesAggregatesOnly(ObjectKind.REGISTRY_RECORD, GRANT)).isFalse();
    }

    @Test
    void letsTheSystemDoNothingOnBehalfOfPeople() {
        assertThat(Actor.SYSTEM.mayAnywhere(Action.READ, ObjectKind.TRANCHE)).isFalse();
        assertThat(Actor.SYSTEM.roles()).isEmpty();
    }

    private static Actor actor(Post... posts) {
        return new Actor("a1", "somebody", new LocalizedText("ใครคนหนึ่ง", "Somebody"), Arrays.asList(posts), null);
    }

    private static Post post(Role role, ScopeKind kind, String id) {
        return new Post(role, kind, id, LocalDate.of(2016, 5, 1), null);
    }
}
