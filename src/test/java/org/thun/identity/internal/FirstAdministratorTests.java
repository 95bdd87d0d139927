package org.thun.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.thun.identity.Account.HeldPost;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.SignInHints;
import org.thun.shared.BusinessClock;
import org.thun.testing.SignIn;

/** On a database of its own: only an installation without any account has a first administrator. */
@SpringBootTest(properties =
        "spring.datasource.url=jdbc:h2:mem:thun-first-administrator;MODE=MySQL;DB_CLOSE_DELAY=-1")
@AutoConfigureMockMvc
@ActiveProfiles("test")
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTests {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/setup\\?token=([\\w-]{43})");

    @Autowired
    MockMvc mvc;

    @Autowired
    FirstAdministratorDesk first;

    @Autowired
    AccountMapper mapper;

    @Autowired
    AccountDesk desk;

    @Autowired
    Accounts accounts;

    @Autowired
    BusinessClock clock;

    @Autowired
    ObjectProvider<SignInHints> demonstration;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void withoutAccounts() {
        jdbc.update("DELETE FROM account_post");
        jdbc.update("DELETE FROM account");
    }

    @Test
    void comesInByTheLinkOnTheConsoleOnce(CapturedOutput console) throws Exception {
        first.letTheFirstIn();
        String token = token(console);
        mvc.perform(get("/signin?lang=en")).andExpect(content().string(containsString("There is no account yet")));
        mvc.perform(get("/setup").param("token", token)).andExpect(status().isOk());
        mvc.perform(get("/setup").param("token", token + "x")).andExpect(status().isNotFound());

        mvc.perform(post("/setup").with(csrf()).param("token", token).param("username", "boss").param("nameTh", "")
                        .param("password", "short").param("repeated", "short"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("อย่างน้อย 10 ตัวอักษร")));
        assertThat(mapper.count()).isZero();

        mvc.perform(post("/setup").with(csrf()).param("token", token).param("username", "Boss").param("nameTh", "หัวหน้า")
                        .param("password", "correct horse").param("repeated", "correct horse"))
                .andExpect(redirectedUrl("/signin"));
        assertThat(administrator("boss")).isTrue();
        mvc.perform(get("/admin/people").cookie(SignIn.as(mvc, "boss", "correct horse"))).andExpect(status().isOk());
        mvc.perform(get("/setup").param("token", token)).andExpect(status().isNotFound());
        assertThat(first.isAwaited()).isFalse();
        assertThat(first.create(token, null).isDone()).isFalse();
    }

    @Test
    void comesFromTheEnvironment(CapturedOutput console) {
        with("THUN_ADMIN_USERNAME", "Root").letTheFirstIn();
        assertThat(administrator("root")).isTrue();
        assertThat(console.getAll().lines().filter(line -> line.contains("correct horse"))).isEmpty();

        with("THUN_ADMIN_USERNAME", "other").letTheFirstIn();
        assertThat(mapper.count()).as("only where there is no account yet").isEqualTo(1);
    }

    @Test
    void isCalledAdminUnlessNamed() {
        with(null, null).letTheFirstIn();
        assertThat(administrator("admin")).isTrue();
        HeldPost post = mapper.allPosts(List.of(accounts.actorByUsername("admin").orElseThrow().accountId()))
                .get(0).toHeld();
        assertThat(post.grantedBy()).isNull();
    }

    @Test
    void refusesToStartWithAPasswordThatWillNotDo() {
        MockEnvironment environment = new MockEnvironment().withProperty("THUN_ADMIN_PASSWORD", "admin");
        assertThatThrownBy(() -> desk(environment).letTheFirstIn())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("THUN_ADMIN_PASSWORD")
                .hasMessageContaining("at least 10 characters");
        assertThat(mapper.count()).isZero();
    }

    @Test
    void bringsNoDefaultAccounts() {
        assertThat(demonstration.stream()).isEmpty();
        for (String username : new String[] {"admin", "sa", "po", "gl", "demo"}) {
            assertThat(accounts.actorByUsername(username)).isEmpty();
        }
    }

    private FirstAdministratorDesk with(String name, String value) {
        MockEnvironment environment = new MockEnvironment().withProperty("THUN_ADMIN_PASSWORD", "correct horse");
        if (name != null) {
            environment.setProperty(name, value);
        }
        return desk(environment);
    }

    private FirstAdministratorDesk desk(MockEnvironment environment) {
        return new FirstAdministratorDesk(mapper, desk, clock, environment, demonstration, transactions);
    }

    private boolean administrator(String username) {
        Optional<Actor> actor = accounts.actorByUsername(username);
        return actor.filter(found -> found.holds(Role.SA, Scope.GLOBAL)).isPresent();
    }

    private static String token(CapturedOutput console) {
        Matcher link = LINK.matcher(console.getAll());
        String token = null;
        while (link.find()) {
            token = link.group(1);
        }
        return token;
    }
}
