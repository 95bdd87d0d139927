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

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Account.HeldPost;
import org.thun.identity.AccountAdministration;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Deputies;
import org.thun.identity.Deputies.Entry;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.Money;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.testing.ThunTest;

@ThunTest
class DeputyPagesTests {

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
    Deputies deputies;

    @Autowired
    TaskDesk desk;

    private Grant grant;
    private Actor officer;
    private Actor colleague;
    private Actor administrator;

    @BeforeEach
    void anOfficerWhoWillBeAway() {
        grant = fixture.opened("1000000");
        officer = fixture.ofProgramme(Role.PO);
        colleague = fixture.person(Role.MT, ScopeKind.PROGRAMME, "community-crisis-microgrants");
        administrator = fixture.person(Role.SA, ScopeKind.ALL, "*");
    }

    @Test
    void namesADeputyWhoFindsTheTasksMarked() throws Exception {
        perform(officer, get("/deputies/new")).andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"" + postOf(officer) + "\"")));
        perform(officer, naming(officer, colleague).param("limit", "๒,๐๐๐,๐๐๐").param("work", "agreement"))
                .andExpect(redirectedUrl("/deputies"));
        Entry entry = only(colleague);
        assertThat(entry.deputyship().limit()).isEqualTo(Money.parse("2000000"));
        assertThat(entry.deputyship().work()).containsExactly("agreement");
        OpenTask task = fixture.task(grant.id(), "task_prepareAgreement");
        for (String language : List.of("th", "en")) {
            String said = (language.equals("th") ? "แทน สมมติ " : "for Test ") + officer.username();
            perform(colleague, get("/?lang=" + language)).andExpect(content().string(
                    allOf(containsString(said), not(containsString("??")))));
            perform(colleague, get("/tasks/" + task.taskId() + "?lang=" + language)).andExpect(status().isOk())
                    .andExpect(content().string(allOf(containsString(officer.username()), not(containsString("??")))));
            perform(colleague, get("/account?lang=" + language)).andExpect(content().string(allOf(
                    containsString(officer.username()), containsString("/deputies"), not(containsString("??")))));
            perform(officer, get("/deputies?lang=" + language)).andExpect(content().string(allOf(
                    containsString(colleague.username()),
                    containsString("2,000,000.00"), not(containsString("??")))));
            perform(colleague, get("/deputies/" + entry.deputyship().id() + "/revoke?lang=" + language))
                    .andExpect(status().isOk()).andExpect(content().string(not(containsString("??"))));
        }
        perform(colleague, post("/deputies/" + entry.deputyship().id() + "/revoke"))
                .andExpect(redirectedUrl("/deputies"));
        perform(colleague, get("/tasks/" + task.taskId())).andExpect(status().isNotFound());
        perform(officer, get("/deputies/" + entry.deputyship().id() + "/revoke")).andExpect(status().isNotFound());
    }

    @Test
    void saysAtTheFieldsWhatIsWrong() throws Exception {
        perform(officer, post("/deputies").param("username", "").param("post", "").param("deputy", "")
                .param("from", "31/2/2559").param("to", "").param("limit", "มาก"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("id=\"post-error\""), containsString("id=\"from-error\""),
                        containsString("id=\"to-error\""), containsString("id=\"limit-error\""))));
        perform(officer, naming(officer, fixture.ofGrantee(Role.GC))).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("SD1"), containsString("id=\"deputy-error\""))));
        assertThat(deputies.visibleTo(officer)).noneMatch(entry -> entry.deputyship().principalId().equals(officer.accountId()));
    }

    @Test
    void letsAdministratorsArrangeWithAReason() throws Exception {
        perform(administrator, get("/admin/people/" + officer.accountId()))
                .andExpect(content().string(containsString("/deputies/new?username=" + officer.username())));
        perform(administrator, naming(officer, colleague).param("username", officer.username()))
                .andExpect(content().string(containsString("id=\"reason-error\"")));
        perform(administrator, naming(officer, colleague).param("username", officer.username()).param("reason", "ลาป่วย"))
                .andExpect(redirectedUrl("/deputies"));
        perform(administrator, get("/deputies")).andExpect(content().string(containsString("ลาป่วย")));
        perform(colleague, get("/deputies/new").param("username", officer.username()))
                .andExpect(content().string(not(containsString("id=\"post\""))));
    }

    @Test
    void showsWhatWouldWaitForNobody() throws Exception {
        Actor mentor = fixture.person(Role.MT, ScopeKind.GRANT, grant.id());
        for (String language : List.of("th", "en")) {
            for (Actor away : List.of(mentor, officer)) {
                perform(officer, get("/deputies/away?lang=" + language).param("person", away.accountId()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(allOf(containsString(away.username()), not(containsString("??")))));
            }
        }
        perform(officer, get("/deputies/away").param("person", officer.accountId()).param("from", "1/6/2559")
                .param("to", "1/5/2559")).andExpect(content().string(containsString("วันสุดท้ายอยู่ก่อนวันแรก")));
        perform(colleague, get("/deputies/away").param("person", officer.accountId())).andExpect(status().isNotFound());
        perform(colleague, get("/deputies/away").param("person", colleague.accountId())).andExpect(status().isOk());
    }

    @Test
    void showsBeforeAPostEndsWhichTasksMoveAndAppointsTheSuccessor() throws Exception {
        OpenTask task = fixture.task(grant.id(), "task_prepareAgreement");
        desk.claim(task.taskId(), officer);
        String end = "/admin/people/" + officer.accountId() + "/posts/" + postOf(officer) + "/end";
        for (String language : List.of("th", "en")) {
            perform(administrator, get(end + "?lang=" + language)).andExpect(status().isOk()).andExpect(content().string(
                    allOf(containsString(language.equals("th") ? "งานที่รับไว้ 1 งาน" : "Taken tasks: 1"),
                            not(containsString("??")))));
        }
        perform(administrator, get("/admin/people/" + officer.accountId() + "/disable"))
                .andExpect(content().string(containsString("งานที่รับไว้ 1 งาน")));
        Actor lead = fixture.ofGrantee(Role.GL);
        perform(administrator, ending(end, lead.username())).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("SD1"), containsString("name=\"confirmed\""))));
        perform(administrator, ending(end, "nobody-of-that-name"))
                .andExpect(content().string(containsString("id=\"successor-error\"")));
        perform(administrator, ending(end, colleague.username()))
                .andExpect(redirectedUrl("/admin/people/" + officer.accountId()));
        assertThat(accounts.actor(colleague.accountId()).orElseThrow().holds(Role.PO, grant.scope())).isTrue();
        assertThat(fixture.task(grant.id(), "task_prepareAgreement").assigneeId()).isEqualTo(colleague.accountId());
        perform(officer, get("/tasks/" + task.taskId())).andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder ending(String path, String successor) {
        return post(path).param("lastDay", fixture.today().minusDays(1).toString()).param("reason", "ย้ายงาน")
                .param("successor", successor);
    }

    private MockHttpServletRequestBuilder naming(Actor principal, Actor deputy) {
        return post("/deputies").param("post", postOf(principal)).param("deputy", deputy.username())
                .param("from", fixture.today().toString()).param("to", fixture.today().plusDays(3).toString());
    }

    private String postOf(Actor person) {
        return administration.find(administrator, person.accountId()).orElseThrow().posts().stream()
                .map(HeldPost::id)
                .findFirst()
                .orElseThrow();
    }

    private Entry only(Actor deputy) {
        return deputies.visibleTo(deputy).stream()
                .filter(entry -> entry.deputyId().equals(deputy.accountId()))
                .findFirst()
                .orElseThrow();
    }

    private ResultActions perform(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(user(users.loadUserByUsername(actor.username()))));
    }
}
