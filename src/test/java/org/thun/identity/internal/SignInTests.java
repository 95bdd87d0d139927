package org.thun.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.thun.identity.Accounts;
import org.thun.identity.Accounts.NewAccount;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.testing.SignIn;
import org.thun.testing.ThunTest;

@ThunTest
class SignInTests {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    BusinessClock clock;

    private String username;
    private String accountId;

    @BeforeEach
    void account() {
        username = "s-" + Ids.next();
        accountId = accounts.create(
                new NewAccount(username, PASSWORD, new LocalizedText("สมชาย สมมติ", "Somchai"), null, false));
    }

    @Test
    void letsInWithTheRightPassword() throws Exception {
        signIn(username, PASSWORD).andExpect(redirectedUrl("/"));
        signIn(" " + username.toUpperCase() + " ", PASSWORD).andExpect(redirectedUrl("/"));
        mvc.perform(get("/account").cookie(SignIn.as(mvc, username, PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("สมชาย สมมติ")));
    }

    @Test
    void leadsToThePageAskedForBefore() throws Exception {
        Cookie stranger = mvc.perform(get("/account"))
                .andExpect(redirectedUrl("http://localhost/signin"))
                .andReturn().getResponse().getCookie("SESSION");
        mvc.perform(post("/signin").with(csrf()).cookie(stranger).param("username", username).param("password", PASSWORD))
                .andExpect(header().string("Location", containsString("/account")))
                .andExpect(result -> assertThat(result.getResponse().getCookie("SESSION").getValue())
                        .as("a session known before sign-in is not carried on")
                        .isNotEqualTo(stranger.getValue()));
    }

    @Test
    void tellsNobodyWhichAccountsExist() throws Exception {
        signIn(username, "wrong").andExpect(redirectedUrl("/signin?error"));
        signIn("nobody-" + Ids.next(), "wrong").andExpect(redirectedUrl("/signin?error"));
        jdbc.update("UPDATE account SET enabled = FALSE WHERE id = ?", accountId);
        signIn(username, "wrong").andExpect(redirectedUrl("/signin?error"));
        signIn(username, PASSWORD).andExpect(redirectedUrl("/signin?disabled"));
    }

    @Test
    void makesNamesWaitAfterFiveWrongPasswords() throws Exception {
        for (String name : new String[] {username, "nobody-" + Ids.next()}) {
            for (int i = 0; i < SignInAttempts.TRIES; i++) {
                signIn(name, "wrong").andExpect(redirectedUrl("/signin?error"));
            }
            signIn(name, PASSWORD).andExpect(redirectedUrl("/signin?wait"));
            mvc.perform(get("/api/v1/tasks").with(httpBasic(name, PASSWORD))).andExpect(status().isUnauthorized());
        }
        mvc.perform(get("/signin?wait&lang=en")).andExpect(content().string(containsString("Wait a minute")));

        jdbc.update("UPDATE sign_in_failure SET failed_at = ? WHERE username = ?",
                clock.dateTime().minus(SignInAttempts.WAIT), username);
        signIn(username, PASSWORD).andExpect(redirectedUrl("/"));
        assertThat(failures()).as("counted from the beginning again").isZero();
    }

    @Test
    void forgetsFailuresOfLongAgoAndOfAClockThatWasSetBack() throws Exception {
        for (LocalDateTime at : new LocalDateTime[] {clock.dateTime().minusHours(2), clock.dateTime().plusYears(9)}) {
            jdbc.update("DELETE FROM sign_in_failure WHERE username = ?", username);
            jdbc.update("INSERT INTO sign_in_failure (username, failures, failed_at) VALUES (?, 9, ?)", username, at);
            signIn(username, "wrong").andExpect(redirectedUrl("/signin?error"));
            assertThat(failures()).isEqualTo(1);
        }
    }

    @Test
    void endsTheSessionAtSignOutAndSaysWhenItHasEnded() throws Exception {
        Cookie session = SignIn.as(mvc, username, PASSWORD);
        mvc.perform(post("/signout").with(csrf()).cookie(session)).andExpect(redirectedUrl("/signin?signedout"));
        mvc.perform(get("/account").cookie(session)).andExpect(redirectedUrl("http://localhost/signin?expired"));
        mvc.perform(get("/account").cookie(session).header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/signin?expired"));
    }

    @Test
    void shutsPeopleOutTheMomentTheirAccountIsDisabled() throws Exception {
        Cookie session = SignIn.as(mvc, username, PASSWORD);
        jdbc.update("UPDATE account SET enabled = FALSE WHERE id = ?", accountId);
        mvc.perform(get("/account").cookie(session)).andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", containsString("/signin")));
    }

    @Test
    void keepsSessionsInTheDatabaseAndNotesTheirUseSparingly() throws Exception {
        Cookie session = SignIn.as(mvc, username, PASSWORD);
        String id = new String(Base64.getDecoder().decode(session.getValue()), StandardCharsets.UTF_8);
        String lastUse = "SELECT LAST_ACCESS_TIME FROM SPRING_SESSION WHERE SESSION_ID = ? AND PRINCIPAL_NAME = ?";
        Long before = jdbc.queryForObject(lastUse, Long.class, id, username);
        Thread.sleep(5);
        mvc.perform(get("/account").cookie(session)).andExpect(status().isOk());
        assertThat(jdbc.queryForObject(lastUse, Long.class, id, username)).isEqualTo(before);

        long longAgo = before - SparingSessions.SPARED.toMillis();
        jdbc.update("UPDATE SPRING_SESSION SET LAST_ACCESS_TIME = ? WHERE SESSION_ID = ?", longAgo, id);
        mvc.perform(get("/account").cookie(session)).andExpect(status().isOk());
        assertThat(jdbc.queryForObject(lastUse, Long.class, id, username)).isGreaterThanOrEqualTo(before);
    }

    @Test
    void speaksThePreferredLanguageAfterSignIn() throws Exception {
        signIn(username, PASSWORD).andExpect(cookie().doesNotExist("lang"));
        jdbc.update("UPDATE account SET lang = 'en' WHERE id = ?", accountId);
        signIn(username, PASSWORD).andExpect(cookie().value("lang", "en"));
    }

    @Test
    void asksForAnotherPasswordBeforeAnythingElse() throws Exception {
        jdbc.update("UPDATE account SET must_change_password = TRUE WHERE id = ?", accountId);
        Cookie session = SignIn.as(mvc, username, PASSWORD);
        mvc.perform(get("/").cookie(session)).andExpect(redirectedUrl("/account/password"));
        mvc.perform(get("/account").cookie(session)).andExpect(redirectedUrl("/account/password"));
        mvc.perform(get("/api/v1/tasks").with(httpBasic(username, PASSWORD))).andExpect(status().isForbidden());
        mvc.perform(get("/account/password").cookie(session)).andExpect(status().isOk());
        mvc.perform(post("/account/password").with(csrf()).cookie(session)
                        .param("current", PASSWORD)
                        .param("next", "another horse")
                        .param("repeated", "another horse"))
                .andExpect(redirectedUrl("/"));
        mvc.perform(get("/").cookie(session)).andExpect(status().isOk());
    }

    @Test
    void servesTheApiToBasicCredentialsWithoutTokenAndToSessionsWithOne() throws Exception {
        mvc.perform(post("/api/v1/tasks/none/claim").with(httpBasic(username, PASSWORD))).andExpect(status().isNotFound());
        Cookie session = SignIn.as(mvc, username, PASSWORD);
        mvc.perform(post("/api/v1/tasks/none/claim").cookie(session)).andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/tasks/none/claim").cookie(session).with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    void answersStrangersAtTheApiWithoutMakingASessionForThem() throws Exception {
        mvc.perform(get("/api/v1/tasks"))
                .andExpect(status().isUnauthorized())
                .andExpect(cookie().doesNotExist("SESSION"));
        mvc.perform(get("/api/v1/tasks").with(httpBasic(username, "wrong")))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", containsString("Basic")));
        mvc.perform(get("/api/v1/tasks").with(httpBasic(username, PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(cookie().doesNotExist("SESSION"));
    }

    @Test
    void describesTheApiToWhoIsSignedIn() throws Exception {
        mvc.perform(get("/v3/api-docs")).andExpect(status().isUnauthorized());
        mvc.perform(get("/v3/api-docs").with(httpBasic(username, PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.info.title").value("Thun"))
                .andExpect(jsonPath("$.components.securitySchemes.basic.scheme").value("basic"))
                .andExpect(jsonPath("$.components.securitySchemes.session.in").value("cookie"))
                .andExpect(jsonPath("$.paths['/api/v1/tasks']").exists())
                .andExpect(jsonPath("$.components.schemas.Actor").doesNotExist());
    }

    @Test
    void showsStrangersOnlyTheDoor() throws Exception {
        for (String page : new String[] {"/", "/account", "/admin/people", "/admin/audit", "/grants"}) {
            mvc.perform(get(page)).andExpect(redirectedUrl("http://localhost/signin"));
        }
        mvc.perform(get("/signin")).andExpect(status().isOk());
        mvc.perform(get("/actuator/health")).andExpect(status().isOk());
        mvc.perform(get("/setup?token=guess")).andExpect(status().isNotFound());
    }

    private ResultActions signIn(String name, String password) throws Exception {
        return mvc.perform(post("/signin").with(csrf()).param("username", name).param("password", password));
    }

    private int failures() {
        return jdbc.queryForList("SELECT failures FROM sign_in_failure WHERE username = ?", Integer.class, username)
                .stream().findFirst().orElse(0);
    }
}
