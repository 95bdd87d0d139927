package org.thun.administration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.grants.GrantFixture;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.testing.SignIn;
import org.thun.testing.ThunTest;

@ThunTest
class AccountPagesTests {

    private static final String NEXT = "another horse battery";

    @Autowired
    MockMvc mvc;

    @Autowired
    GrantFixture fixture;

    @Autowired
    Accounts accounts;

    @Autowired
    AuditTrail trail;

    private Actor person;
    private Cookie session;

    @BeforeEach
    void signIn() throws Exception {
        person = fixture.ofProgramme(Role.PO);
        session = SignIn.as(mvc, person.username(), GrantFixture.PASSWORD);
    }

    @Test
    void letsPeopleSayHowTheyAreCalledAndSpokenTo() throws Exception {
        mvc.perform(post("/account").with(csrf()).cookie(session).param("nameTh", " พิมพ์ใจ ใหม่ ")
                        .param("nameEn", "Pimjai New").param("email", "p@example.org").param("language", "en"))
                .andExpect(redirectedUrl("/account"))
                .andExpect(cookie().value("lang", "en"));
        mvc.perform(get("/account?lang=en").cookie(session))
                .andExpect(content().string(allOf(containsString("Pimjai New"), containsString("p@example.org"),
                        containsString("Programme officer"), not(containsString("??")))));
        assertThat(accounts.nameOf(person.accountId()).orElseThrow().th()).isEqualTo("พิมพ์ใจ ใหม่");
        assertThat(trail.stream(person.accountId())).extracting(AuditEntry::command).contains("account.changeProfile");
    }

    @Test
    void saysWhatIsWrongWithAProfile() throws Exception {
        mvc.perform(post("/account").with(csrf()).cookie(session).param("nameTh", "").param("email", "x")
                        .param("language", "fr"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("id=\"nameTh-error\""),
                        containsString("id=\"email-error\""), containsString("id=\"language-error\""))));
    }

    @Test
    void changesThePasswordAndKeepsOnlyThisSession() throws Exception {
        Cookie elsewhere = SignIn.as(mvc, person.username(), GrantFixture.PASSWORD);
        change(GrantFixture.PASSWORD, NEXT, NEXT).andExpect(redirectedUrl("/account"));
        mvc.perform(get("/account").cookie(session)).andExpect(status().isOk());
        mvc.perform(get("/account").cookie(elsewhere)).andExpect(redirectedUrl("http://localhost/signin?expired"));
        SignIn.as(mvc, person.username(), NEXT);
        assertThat(trail.stream(person.accountId())).extracting(AuditEntry::command).contains("account.changePassword");
    }

    @Test
    void refusesPasswordsThatWillNotDo() throws Exception {
        change("wrong", NEXT, NEXT).andExpect(content().string(containsString("id=\"current-error\"")));
        change(GrantFixture.PASSWORD, "short", "short").andExpect(content().string(containsString("id=\"next-error\"")));
        change(GrantFixture.PASSWORD, NEXT, "other").andExpect(content().string(containsString("id=\"repeated-error\"")));
        SignIn.as(mvc, person.username(), GrantFixture.PASSWORD);
    }

    @Test
    void makesWhoGuessesThePresentPasswordWait() throws Exception {
        for (int i = 0; i < 5; i++) {
            change("wrong", NEXT, NEXT).andExpect(status().isOk());
        }
        change(GrantFixture.PASSWORD, NEXT, NEXT).andExpect(content().string(containsString("รอ 1 นาที")));
    }

    private ResultActions change(String current, String next, String repeated) throws Exception {
        return mvc.perform(post("/account/password").with(csrf()).cookie(session)
                .param("current", current).param("next", next).param("repeated", repeated));
    }
}
