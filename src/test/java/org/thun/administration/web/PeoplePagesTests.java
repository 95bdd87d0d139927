package org.thun.administration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.grants.GrantFixture;
import org.thun.identity.Account.HeldPost;
import org.thun.identity.AccountAdministration;
import org.thun.identity.AccountAdministration.Search;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;
import org.thun.shared.Ids;
import org.thun.testing.SignIn;
import org.thun.testing.ThunTest;

@ThunTest
class PeoplePagesTests {

    private static final Pattern PASSWORD = Pattern.compile("id=\"temporary-password\">([a-z0-9-]{19})<");
    private static final Scope PROGRAMME = Scope.ofProgramme(GrantFixture.PROGRAMME);

    @Autowired
    MockMvc mvc;

    @Autowired
    UserDetailsService users;

    @Autowired
    GrantFixture fixture;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountAdministration administration;

    @Autowired
    AuditTrail trail;

    private Actor administrator;

    @BeforeEach
    void administrator() {
        administrator = fixture.person(Role.SA, ScopeKind.ALL, "*");
    }

    @Test
    void leadsAPersonFromTheNewAccountToTheirFirstDay() throws Exception {
        String username = "new-" + Ids.next();
        String password = passwordShownAfter(post("/admin/people").param("username", username)
                .param("nameTh", "สมหญิง สมมติ").param("nameEn", "Somying").param("email", "somying@example.org"));
        String id = accounts.actorByUsername(username).orElseThrow().accountId();
        perform(post("/admin/people/" + id + "/posts").param("role", "PO")
                .param("scope", "PROGRAMME:" + GrantFixture.PROGRAMME).param("validFrom", fixture.today().toString()))
                .andExpect(redirectedUrl("/admin/people/" + id));
        assertThat(accounts.actor(id).orElseThrow().holds(Role.PO, PROGRAMME)).isTrue();

        Cookie session = SignIn.as(mvc, username, password);
        mvc.perform(get("/").cookie(session)).andExpect(redirectedUrl("/account/password"));
        assertThat(trail.stream(id)).extracting(AuditEntry::command).containsExactly("account.create", "post.appoint");
        assertThat(trail.stream(id)).allSatisfy(entry -> {
            assertThat(entry.accountId()).isEqualTo(administrator.accountId());
            assertThat(entry.roleCode()).isEqualTo("SA");
        });
        assertThat(trail.stream(id).get(1).reason()).startsWith("PO@programme:" + GrantFixture.PROGRAMME);
        assertThat(trail.verify(id).holds()).isTrue();
    }

    @Test
    void saysWhatIsWrongWithANewAccount() throws Exception {
        perform(post("/admin/people").param("username", "1 x").param("nameTh", " ").param("email", "nowhere"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("id=\"username-error\""),
                        containsString("id=\"nameTh-error\""), containsString("id=\"email-error\""))));
        perform(post("/admin/people").param("username", administrator.username().toUpperCase()).param("nameTh", "ซ้ำ"))
                .andExpect(content().string(containsString("มีผู้ใช้แล้ว")));
    }

    @Test
    void asksWhoActsForSomebodyOnlyWhereSomebodyCan() throws Exception {
        Actor officer = fixture.ofProgramme(Role.PO);
        String away = "/deputies/away?person=";
        perform(get("/admin/people/" + officer.accountId()))
                .andExpect(content().string(containsString(away + officer.accountId())));
        perform(get(away + officer.accountId())).andExpect(status().isOk());
        Actor reviewer = fixture.ofProgramme(Role.PR);
        perform(get("/admin/people/" + reviewer.accountId()))
                .andExpect(content().string(not(containsString(away))));
    }

    @Test
    void findsPeopleByNameRoleAndState() throws Exception {
        Actor officer = fixture.ofProgramme(Role.PO);
        assertThat(find(officer.username().toUpperCase(), null, null)).containsExactly(officer.accountId());
        assertThat(find(officer.username(), Role.PO, true)).containsExactly(officer.accountId());
        assertThat(find(officer.username(), Role.FM, null)).isEmpty();
        assertThat(find(officer.username(), null, false)).isEmpty();
        assertThat(find("%", null, null)).as("a sign, not a pattern").isEmpty();
        for (String language : List.of("th", "en")) {
            perform(get("/admin/people?lang=" + language).param("q", officer.username()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(allOf(containsString("/admin/people/" + officer.accountId()),
                            not(containsString("??")))));
            perform(get("/admin/people/" + officer.accountId() + "?lang=" + language))
                    .andExpect(status().isOk())
                    .andExpect(content().string(allOf(containsString(officer.username()), not(containsString("??")))));
        }
    }

    @Test
    @DisplayName("SD2, SD7: posts that must not come together are refused")
    void keepsDutiesApart() throws Exception {
        Actor maker = fixture.ofProgramme(Role.FM);
        appoint(maker, "FA", "PROGRAMME:" + GrantFixture.PROGRAMME).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("SD2"), containsString("id=\"role-error\""))));
        appoint(maker, "SA", "ALL:*").andExpect(content().string(containsString("SD7")));
        appoint(maker, "GL", "ORGANISATION:" + fixture.grantee()).andExpect(content().string(containsString("SD2")));
        appoint(maker, "PO", "PROGRAMME:no-such-programme").andExpect(content().string(containsString("id=\"scope-error\"")));
        appoint(maker, "CC", "PROGRAMME:" + GrantFixture.PROGRAMME)
                .andExpect(content().string(containsString("id=\"scope-error\"")));
        assertThat(accounts.actor(maker.accountId()).orElseThrow().roles()).containsExactly(Role.FM);
    }

    @Test
    @DisplayName("SD3: what only keeps a person from some work is said, and done when confirmed")
    void asksBeforeAppointmentsThatRaiseConcerns() throws Exception {
        Actor mentor = fixture.ofProgramme(Role.MT);
        appoint(mentor, "EV", "PROGRAMME:" + GrantFixture.PROGRAMME).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("SD3"), containsString("name=\"confirmed\""))));
        assertThat(accounts.actor(mentor.accountId()).orElseThrow().roles()).containsExactly(Role.MT);
        perform(post("/admin/people/" + mentor.accountId() + "/posts").param("role", "EV")
                .param("scope", "PROGRAMME:" + GrantFixture.PROGRAMME)
                .param("validFrom", fixture.today().toString()).param("confirmed", "true"))
                .andExpect(status().is3xxRedirection());
        assertThat(accounts.actor(mentor.accountId()).orElseThrow().roles()).containsExactly(Role.MT, Role.EV);
    }

    @Test
    void endsAPostWithAReasonButNotForThePast() throws Exception {
        Actor officer = fixture.ofProgramme(Role.PO);
        HeldPost held = administration.find(administrator, officer.accountId()).orElseThrow().posts().get(0);
        String end = "/admin/people/" + officer.accountId() + "/posts/" + held.id() + "/end";
        perform(get(end)).andExpect(status().isOk());
        perform(post(end).param("lastDay", fixture.today().minusDays(2).toString()).param("reason", " "))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(
                        containsString("id=\"lastDay-error\""), containsString("id=\"reason-error\""))));
        perform(post(end).param("lastDay", fixture.today().minusDays(1).toString()).param("reason", "ย้ายงาน"))
                .andExpect(redirectedUrl("/admin/people/" + officer.accountId()));
        assertThat(accounts.actor(officer.accountId()).orElseThrow().posts()).isEmpty();
        assertThat(accounts.postsBetween(officer.accountId(), fixture.today().minusYears(1), fixture.today()))
                .as("conflict checks still see it")
                .hasSize(1);
        perform(get("/admin/people/" + officer.accountId() + "/posts/none/end")).andExpect(status().isNotFound());
    }

    @Test
    void shutsSomebodyOutAndLetsThemInAgain() throws Exception {
        Actor officer = fixture.ofProgramme(Role.PO);
        Cookie session = SignIn.as(mvc, officer.username(), GrantFixture.PASSWORD);
        String page = "/admin/people/" + officer.accountId();
        perform(get(page + "/disable")).andExpect(status().isOk());
        perform(post(page + "/disable")).andExpect(content().string(containsString("id=\"reason-error\"")));
        perform(post(page + "/disable").param("reason", "ลาออก")).andExpect(redirectedUrl(page));
        mvc.perform(get("/account").cookie(session)).andExpect(redirectedUrl("http://localhost/signin?expired"));
        assertThat(accounts.actor(officer.accountId())).isEmpty();
        assertThat(accounts.nameOf(officer.accountId())).isPresent();
        perform(post(page + "/enable")).andExpect(redirectedUrl(page));
        assertThat(accounts.actor(officer.accountId())).isPresent();
    }

    @Test
    void replacesAForgottenPasswordAndEndsTheSessionsOfTheOldOne() throws Exception {
        Actor officer = fixture.ofProgramme(Role.PO);
        Cookie old = SignIn.as(mvc, officer.username(), GrantFixture.PASSWORD);
        String password = passwordShownAfter(post("/admin/people/" + officer.accountId() + "/reset-password"));
        mvc.perform(get("/account").cookie(old)).andExpect(redirectedUrl("http://localhost/signin?expired"));
        mvc.perform(get("/").cookie(SignIn.as(mvc, officer.username(), password)))
                .andExpect(redirectedUrl("/account/password"));
    }

    @Test
    void keepsAdministratorsFromLockingThemselvesOut() throws Exception {
        String own = "/admin/people/" + administrator.accountId();
        perform(post(own + "/disable").param("reason", "x")).andExpect(content().string(containsString("ของตนเองไม่ได้")));
        perform(post(own + "/reset-password")).andExpect(content().string(containsString("บัญชีของฉัน")));
        assertThat(accounts.actor(administrator.accountId())).isPresent();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "SA", mode = EnumSource.Mode.EXCLUDE)
    void isNotThereForOthers(Role role) throws Exception {
        Actor victim = fixture.ofProgramme(Role.PO);
        administrator = fixture.person(role, ScopeKind.PROGRAMME, GrantFixture.PROGRAMME);
        perform(get("/admin/people")).andExpect(status().isNotFound());
        perform(get("/admin/people/" + victim.accountId())).andExpect(status().isNotFound());
        perform(post("/admin/people/" + victim.accountId() + "/disable").param("reason", "x"))
                .andExpect(status().isNotFound());
        appoint(administrator, "SA", "ALL:*").andExpect(status().isNotFound());
    }

    private ResultActions appoint(Actor person, String role, String scope) throws Exception {
        return perform(post("/admin/people/" + person.accountId() + "/posts").param("role", role)
                .param("scope", scope).param("validFrom", fixture.today().toString()));
    }

    private List<String> find(String text, Role role, Boolean enabled) {
        return administration.search(administrator, new Search(text, role, enabled, 0, 50)).accounts().stream()
                .map(account -> account.id())
                .toList();
    }

    private String passwordShownAfter(MockHttpServletRequestBuilder request) throws Exception {
        Matcher shown = PASSWORD.matcher(
                perform(request).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(user(users.loadUserByUsername(administrator.username()))));
    }
}
