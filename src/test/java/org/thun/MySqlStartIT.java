package org.thun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.Accounts;
import org.thun.identity.Accounts.NewAccount;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.testing.SignIn;
import org.thun.testing.ThunMySqlTest;
import org.thun.workflow.TrainingClock;

/** The application as it runs in production: on MySQL, from an empty database. */
@ThunMySqlTest
class MySqlStartIT {

    @Autowired
    DataSource database;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc mvc;

    @Autowired
    TrainingClock clock;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void runsAtTheIsolationTheEngineDemandsWithNamesThatKeepCaseAndToneMarks() throws Exception {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("MySQL");
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
        assertThat(jdbc.queryForList("""
                SELECT DISTINCT table_collation FROM information_schema.tables
                WHERE table_schema = DATABASE() AND table_name IN ('account', 'audit_entry', 'inbox_task')
                """, String.class)).containsExactly("utf8mb4_0900_as_cs");
    }

    @Test
    void signsPeopleInAndShowsThemTheirPages() throws Exception {
        String username = "it-" + Ids.next();
        String id = accounts.create(new NewAccount(
                username, "correct horse", new LocalizedText("ก้อง ๑๒๓ 😀", "Kong"), null, false));
        accounts.appoint(id, new Post(Role.SA, ScopeKind.ALL, "*", clock.today(), null), null);
        var session = SignIn.as(mvc, username, "correct horse");
        for (String page : List.of("/", "/account", "/admin/people", "/admin/clock", "/admin/incidents",
                "/admin/processes", "/admin/audit")) {
            mvc.perform(get(page).cookie(session)).andExpect(status().isOk());
        }
        mvc.perform(get("/admin/people").param("q", "KONG").cookie(session))
                .andExpect(content().string(containsString("ก้อง ๑๒๓ 😀")));
        mvc.perform(get("/admin/audit").param("stream", id).param("check", "true").param("lang", "en").cookie(session))
                .andExpect(content().string(containsString("holds: 2 entries")));
    }

    @Test
    void livesADay() {
        var today = clock.today();
        clock.moveTo(today.plusDays(1));
        assertThat(clock.today()).isEqualTo(today.plusDays(1));
    }

    @Test
    void neverForksAStoryThatSeveralBeginAtOnce() throws Exception {
        String stream = Ids.next();
        int writers = 4;
        CyclicBarrier start = new CyclicBarrier(writers);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Void>> work = IntStream.range(0, writers).<Callable<Void>>mapToObj(writer -> () -> {
                start.await();
                for (int n = 0; n < 10; n++) {
                    transaction.executeWithoutResult(status ->
                            trail.record(Actor.SYSTEM, AuditEvent.of(stream, "grant.open", "grant", stream)));
                }
                return null;
            }).toList();
            for (Future<Void> writer : threads.invokeAll(work)) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(trail.verify(stream)).isEqualTo(new AuditTrail.ChainCheck(writers * 10, null));
    }
}
