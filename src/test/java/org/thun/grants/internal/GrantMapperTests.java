package org.thun.grants.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.GrantQueries;
import org.thun.grants.GrantQueries.GrantFilter;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.Money;
import org.thun.testing.ThunTest;

@ThunTest
class GrantMapperTests {

    @Autowired
    GrantFixture fixture;

    @Autowired
    Grants grants;

    @Autowired
    GrantQueries queries;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void keepsAmountsToTheSatang() {
        Grant grant = fixture.opened("1234567.89");
        assertThat(jdbc.queryForObject("SELECT amount FROM agreement_version WHERE grant_id = ?", BigDecimal.class,
                        grant.id()))
                .isEqualByComparingTo("1234567.89");
        assertThat(jdbc.queryForObject("SELECT SUM(amount) FROM agreement_tranche WHERE grant_id = ?", BigDecimal.class,
                        grant.id()))
                .isEqualByComparingTo("1234567.89");
        assertThat(grants.budget(grant.id()).get(0).amount()).isEqualTo(Money.parse("1234567.89"));
        assertThat(grants.tranches(grant.id())).hasSize(4);
    }

    @Test
    void findsWhatEachKindOfPostReaches() {
        Grant grant = fixture.opened("1000");
        for (Actor reader : List.of(
                fixture.person(Role.AU, ScopeKind.ALL, "*"),
                fixture.ofProgramme(Role.PO),
                fixture.ofGrantee(Role.GC),
                fixture.person(Role.EV, ScopeKind.GRANT, grant.id()))) {
            assertThat(grants.find(grant.id(), reader)).as("%s", reader.posts()).isPresent();
            assertThat(grants.visibleTo(reader)).extracting(Grant::id).contains(grant.id());
        }
        for (Actor stranger : List.of(
                fixture.person(Role.PO, ScopeKind.PROGRAMME, "other"),
                fixture.person(Role.GL, ScopeKind.ORGANISATION, "other"),
                fixture.person(Role.EV, ScopeKind.GRANT, "other"),
                fixture.ofProgramme(Role.PR))) {
            assertThat(grants.find(grant.id(), stranger)).as("%s", stranger.posts()).isEmpty();
            assertThat(grants.visibleTo(stranger)).extracting(Grant::id).doesNotContain(grant.id());
        }
    }

    @Test
    void findsWordsInTitleNumberAndGrantee() {
        Grant grant = fixture.opened("1000");
        Actor officer = fixture.ofProgramme(Role.PO);
        for (String words : List.of(grant.number(), "test GRANT", "ทุนทดสอบ", grant.granteeName().th())) {
            assertThat(queries.list(officer, new GrantFilter(null, null, words), 0, 1000).grants())
                    .as(words)
                    .extracting(Grant::id)
                    .contains(grant.id());
        }
        assertThat(queries.list(officer, new GrantFilter("other", null, null), 0, 10).total()).isZero();
    }

    @Test
    void countsAsRunningOnlyWhatIsInEffect() {
        Grant waiting = fixture.opened("1000");
        Grant running = fixture.effective("1000", fixture.today());
        assertThat(grants.running(GrantFixture.PROGRAMME))
                .extracting(Grant::id)
                .contains(running.id())
                .doesNotContain(waiting.id());
        assertThat(grants.running("other")).isEmpty();
    }
}
