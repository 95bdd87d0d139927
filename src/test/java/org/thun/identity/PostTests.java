package org.thun.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostTests {

    private static final LocalDate MAY = LocalDate.of(2016, 5, 1);
    private static final Scope CHIANG_MAI = Scope.ofGrant("ldi", "org1", "grant1").atCentre("TH-50");

    @ParameterizedTest
    @CsvSource({
        "ALL, *, true", "PROGRAMME, ldi, true", "PROGRAMME, other, false", "ORGANISATION, org1, true",
        "ORGANISATION, grant1, false", "GRANT, grant1, true", "GRANT, grant2, false", "CENTRE, ldi/TH-50, true",
        "CENTRE, ldi/TH-51, false", "CENTRE, other/TH-50, false"
    })
    void coversObjectsThatNameItsScope(ScopeKind kind, String id, boolean covered) {
        assertThat(post(kind, id).covers(CHIANG_MAI)).isEqualTo(covered);
    }

    @Test
    void doesNotCoverWhatIsWiderThanItself() {
        assertThat(post(ScopeKind.GRANT, "grant1").covers(Scope.ofProgramme("ldi"))).isFalse();
        assertThat(post(ScopeKind.PROGRAMME, "ldi").covers(Scope.GLOBAL)).isFalse();
        assertThat(post(ScopeKind.ALL, "*").covers(Scope.GLOBAL)).isTrue();
    }

    @Test
    void isHeldFromItsFirstToItsLastDay() {
        Post post = new Post(Role.PO, ScopeKind.ALL, "*", MAY, MAY.plusDays(9));
        assertThat(post.isHeldOn(MAY.minusDays(1))).isFalse();
        assertThat(post.isHeldOn(MAY)).isTrue();
        assertThat(post.isHeldOn(MAY.plusDays(9))).isTrue();
        assertThat(post.isHeldOn(MAY.plusDays(10))).isFalse();
    }

    @Test
    void overlapsWhereBothAreHeldOnTheSameDay() {
        Post first = new Post(Role.PO, ScopeKind.ALL, "*", MAY, MAY.plusDays(9));
        assertThat(first.overlaps(new Post(Role.AP, ScopeKind.ALL, "*", MAY.plusDays(9), null))).isTrue();
        assertThat(first.overlaps(new Post(Role.AP, ScopeKind.ALL, "*", MAY.plusDays(10), null))).isFalse();
        assertThat(first.overlaps(new Post(Role.AP, ScopeKind.ALL, "*", MAY.minusDays(9), MAY.minusDays(1)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PROGRAMME, a, PROGRAMME, b, false", "PROGRAMME, a, PROGRAMME, a, true", "ALL, *, GRANT, g, true",
        "PROGRAMME, a, ORGANISATION, o, true", "CENTRE, a/1, PROGRAMME, a, true", "CENTRE, a/1, PROGRAMME, b, false",
        "PROGRAMME, b, CENTRE, a/1, false", "GRANT, g, GRANT, h, false", "CENTRE, a/1, CENTRE, a/2, false"
    })
    void mayMeetUnlessTheScopesAreSurelyApart(ScopeKind kind, String id, ScopeKind other, String otherId, boolean meet) {
        assertThat(post(kind, id).mayMeet(post(other, otherId))).isEqualTo(meet);
    }

    private static Post post(ScopeKind kind, String id) {
        return new Post(Role.PO, kind, id, MAY, null);
    }
}
