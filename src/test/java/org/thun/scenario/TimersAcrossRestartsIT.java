package org.thun.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.ThunApplication;
import org.thun.activities.ActivityPlans;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.shared.BusinessClock;
import org.thun.workflow.ProcessRun;
import org.thun.workflow.Processes;

/**
 * Three lives of one installation, with its own job executor and daily rounds: a timer comes due while it is down, as do
 * several daily rounds. Time passes while it is down by the clock's offset in its database.
 */
class TimersAcrossRestartsIT {

    private static final int DAYS_DOWN = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration A_WHILE = Duration.ofSeconds(4);

    @TempDir
    Path directory;

    @Test
    @DisplayName("a timer that comes due while the application is down fires once after the start, and never again; missed days are made up")
    void firesOnceAfterTheStart() throws InterruptedException {
        String grantId;
        LocalDate stopped;
        try (ConfigurableApplicationContext first = start()) {
            stopped = first.getBean(BusinessClock.class).today();
            awaitTrue(() -> rounds(first).contains(first.getBean(BusinessClock.class).today()));
            // Signed by both; it takes effect in five days, by a timer.
            grantId = first.getBean(GrantFixture.class).effective("1000000", stopped.plusDays(5)).id();
            assertThat(state(first, grantId)).isEqualTo(GrantState.SIGNED_BOTH);
            first.getBean(JdbcTemplate.class).update("INSERT INTO training_clock (id, offset_seconds) VALUES (1, ?)",
                    Duration.ofDays(DAYS_DOWN).toSeconds());
        }

        List<String> commands;
        try (ConfigurableApplicationContext second = start()) {
            LocalDate today = second.getBean(BusinessClock.class).today();
            assertThat(today).isEqualTo(stopped.plusDays(DAYS_DOWN));
            awaitTrue(() -> state(second, grantId) == GrantState.EFFECTIVE);
            awaitTrue(() -> rounds(second).contains(today));
            awaitTrue(() -> nothingIsDue(second));
            Grant grant = second.getBean(Grants.class).get(grantId);
            assertThat(grant.effectiveFrom()).as("by the agreement, not by the start").isEqualTo(stopped.plusDays(5));
            assertThat(second.getBean(ActivityPlans.class).ofGrant(grantId)).as("laid out once").hasSize(32);
            assertThat(rounds(second)).as("each missed day once, in order")
                    .containsExactlyElementsOf(stopped.datesUntil(today.plusDays(1)).toList());
            commands = commands(second, grantId);
            assertThat(commands).filteredOn("agreement.makeEffective"::equals).hasSize(1);
        }

        try (ConfigurableApplicationContext third = start()) {
            Thread.sleep(A_WHILE.toMillis());
            assertThat(commands(third, grantId)).as("nothing happens twice").isEqualTo(commands);
            assertThat(third.getBean(Processes.class).ofCases(List.of(grantId)))
                    .filteredOn(run -> run.processKey().equals("agreement"))
                    .singleElement()
                    .matches(run -> !run.isOpen());
            assertThat(third.getBean(Processes.class).ofCases(List.of(grantId))).extracting(ProcessRun::businessKey)
                    .doesNotHaveDuplicates();
            assertThat(third.getBean(AuditTrail.class).verify(grantId).holds()).isTrue();
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(ThunApplication.class)
                .web(WebApplicationType.SERVLET)
                .profiles("test")
                .run("--server.port=0",
                        "--spring.datasource.url=jdbc:h2:file:" + directory.resolve("thun")
                                + ";MODE=MySQL;DEFAULT_LOCK_TIMEOUT=10000",
                        "--camunda.bpm.job-execution.enabled=true",
                        "--thun.daily-rounds.every=PT1S");
    }

    private static GrantState state(ConfigurableApplicationContext app, String grantId) {
        return app.getBean(Grants.class).get(grantId).state();
    }

    private static List<LocalDate> rounds(ConfigurableApplicationContext app) {
        return app.getBean(JdbcTemplate.class)
                .queryForList("SELECT day_date FROM business_day ORDER BY day_date", LocalDate.class);
    }

    private static boolean nothingIsDue(ConfigurableApplicationContext app) {
        return app.getBean(ManagementService.class).createJobQuery().executable().list().stream()
                .noneMatch(job -> job.getProcessDefinitionId() != null);
    }

    private static List<String> commands(ConfigurableApplicationContext app, String grantId) {
        return app.getBean(AuditTrail.class).stream(grantId).stream().map(AuditEntry::command).toList();
    }

    private static void awaitTrue(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not happen within " + PATIENCE);
            }
            Thread.sleep(100);
        }
    }
}
