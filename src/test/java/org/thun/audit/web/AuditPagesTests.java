package org.thun.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.thun.audit.AuditSearch;
import org.thun.audit.AuditSearch.Criteria;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.testing.ThunTest;

@ThunTest
class AuditPagesTests {

    private static final Criteria ANYTHING = new Criteria(null, null, null, null, null, null);

    @Autowired
    MockMvc mvc;

    @Autowired
    UserDetailsService users;

    @Autowired
    GrantFixture fixture;

    @Autowired
    AuditSearch search;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void showsTheStoryOfAGrantWithNamesAndChecksItsChain() throws Exception {
        Grant grant = fixture.opened("1000000");
        Actor officer = fixture.ofProgramme(Role.PO);
        show(officer, "/admin/audit?check=true&lang=en&stream=" + grant.id())
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(
                        containsString("Opened the case file"), containsString(grant.number()),
                        containsString(" holds: "), not(containsString("??")))));

        jdbc.update("UPDATE audit_entry SET reason = 'x' WHERE stream_id = ? AND stream_seq = 1", grant.id());
        show(officer, "/admin/audit?check=true&stream=" + grant.id())
                .andExpect(content().string(containsString("ขาดที่รายการ 1")));
    }

    @Test
    void findsByPersonCommandObjectAndDates() {
        Grant grant = fixture.opened("1000000");
        Actor auditor = fixture.person(Role.AU, ScopeKind.ALL, "*");
        var story = search.search(auditor, new Criteria(null, null, null, grant.id(), null, null), 0, 50);
        assertThat(story.total()).isPositive().isEqualTo(story.entries().size());
        var entry = story.entries().get(0);
        assertThat(total(auditor, new Criteria(entry.accountId(), null, null, grant.id(), null, null))).isPositive();
        assertThat(total(auditor, new Criteria("nobody%", null, null, grant.id(), null, null))).isZero();
        assertThat(total(auditor, new Criteria(null, null, entry.command(), grant.id(), null, null))).isPositive();
        assertThat(total(auditor, new Criteria(null, entry.objectId(), null, grant.id(), null, null))).isPositive();
        var day = entry.atTime().toLocalDate();
        assertThat(total(auditor, new Criteria(null, null, null, grant.id(), day, day))).isPositive();
        assertThat(total(auditor, new Criteria(null, null, null, grant.id(), day.plusDays(1), null))).isZero();
        assertThat(total(auditor, new Criteria(null, null, null, grant.id(), null, day.minusDays(1)))).isZero();
    }

    @Test
    void keepsPeopleWithinTheirScope() throws Exception {
        Grant grant = fixture.opened("1000000");
        Actor elsewhere = fixture.person(Role.PO, ScopeKind.PROGRAMME, "community-crisis-microgrants");
        assertThat(total(elsewhere, new Criteria(null, null, null, grant.id(), null, null))).isZero();
        assertThat(search.check(elsewhere, grant.id())).isEmpty();
        show(elsewhere, "/admin/audit?check=true&stream=" + grant.id()).andExpect(status().isNotFound());
        Actor officer = fixture.ofProgramme(Role.PO);
        assertThat(search.search(officer, ANYTHING, 0, 500).entries())
                .allMatch(entry -> search.subjectOf(entry.streamId()).isPresent());
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PO", "AP", "EM", "AU", "SA"}, mode = EnumSource.Mode.EXCLUDE)
    void isNotThereForOthers(Role role) throws Exception {
        show(fixture.person(role, ScopeKind.PROGRAMME, GrantFixture.PROGRAMME), "/admin/audit")
                .andExpect(status().isNotFound());
    }

    @Test
    void namesThePersonAnAccountsStoryIsAboutToWhoMayReadEverything() throws Exception {
        Actor officer = fixture.ofProgramme(Role.PO);
        String path = "/admin/audit?check=true&lang=en&stream=" + officer.accountId();
        show(fixture.person(Role.AU, ScopeKind.ALL, "*"), path)
                .andExpect(content().string(allOf(
                        containsString("The chain of " + officer.name().in(Locale.ENGLISH) + " holds"),
                        containsString("Appointed"))));
        show(officer, path).andExpect(status().isNotFound());
    }

    @Test
    void readsDatesAsPeopleWriteThemAndSaysWhatIsNone() throws Exception {
        Actor auditor = fixture.person(Role.AU, ScopeKind.ALL, "*");
        show(auditor, "/admin/audit?from=๑/๕/๒๕๕๙&to=1 May 2016&lang=en")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No entries")));
        show(auditor, "/admin/audit?from=yesterday&lang=en")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Not a date")));
    }

    private long total(Actor actor, Criteria criteria) {
        return search.search(actor, criteria, 0, 50).total();
    }

    private ResultActions show(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(user(users.loadUserByUsername(actor.username()))));
    }
}
