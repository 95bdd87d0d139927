package org.thun.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.thun.audit.AuditTrail;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportRenderer;
import org.thun.reporting.internal.RunMapper.ItemRow;
import org.thun.reporting.internal.RunMapper.RunRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.testing.ThunTest;

/** Workers that come and go: what a run has after a restart of the application, or beside a second one. */
@ThunTest
class RunWorkerModuleTests {

    private static final LocalDate DAY = LocalDate.of(2017, 2, 28);

    @Autowired
    private RunMapper runs;

    @Autowired
    private ReportRenderer renderer;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private RunWorker worker;

    @AfterEach
    void stop() {
        if (worker != null) {
            worker.destroy();
        }
    }

    @Test
    void goesOnWhereALostWorkerStopped() throws Exception {
        String run = run("lost", 0);
        runs.keep(run, 1, "lost", "DONE", "first.html", new byte[] {1});
        worker = worker(renderer);

        worker.beat();
        assertThat(runs.find(run).orElseThrow().workerId()).as("first it waits for a beat").isEqualTo("lost");
        worker.beat();
        await().atMost(Duration.ofSeconds(30)).until(() -> runs.find(run).orElseThrow().state().equals("DONE"));

        assertThat(runs.find(run).orElseThrow().done()).isEqualTo(4);
        assertThat(runs.content(run, 1).content()).as("what was made stays").isEqualTo(new byte[] {1});
    }

    @Test
    void leavesARunToAWorkerThatLives() throws Exception {
        String run = run("alive", 0);
        worker = worker(renderer);

        for (int i = 0; i < 3; i++) {
            worker.beat();
            assertThat(runs.beat(run, "alive")).isEqualTo(1);
        }

        assertThat(runs.find(run).orElseThrow().workerId()).isEqualTo("alive");
        runs.end(run, "CANCELLED", clock.dateTime());
    }

    @Test
    void givesUpARunThatHasLostTooManyWorkers() throws Exception {
        String run = run("lost", 3);
        worker = worker(renderer);

        worker.beat();
        worker.beat();

        assertThat(runs.find(run).orElseThrow().state()).isEqualTo("FAILED");
    }

    @Test
    void namesWhatCouldNotBeMadeAndMakesTheRest() throws Exception {
        worker = worker(new ReportRenderer() {
            @Override
            public byte[] render(MonitoringReport report, ReportFormat format, Locale locale) {
                if (report.edition().key().equals("centre-TH-51")) {
                    throw new IllegalStateException("cannot be made");
                }
                return new byte[] {2};
            }

            @Override
            public String article(MonitoringReport report, Locale locale) {
                return renderer.article(report, locale);
            }

            @Override
            public String fileName(MonitoringReport report, ReportFormat format, Locale locale) {
                return renderer.fileName(report, format, locale);
            }
        });
        String run = run(worker.id(), 0);

        worker.work(run);
        await().atMost(Duration.ofSeconds(30)).until(() -> runs.find(run).orElseThrow().state().equals("DONE"));

        assertThat(runs.items(run, "FAILED")).extracting(ItemRow::editionKey).containsExactly("centre-TH-51");
        assertThat(runs.find(run).orElseThrow().done()).isEqualTo(3);
    }

    @Test
    void keepsNothingOfAStoppedRun() throws Exception {
        String run = run("w", 0);
        runs.end(run, "CANCELLED", clock.dateTime());

        assertThat(runs.keep(run, 1, "w", "DONE", "late.pdf", new byte[1])).isZero();
        assertThat(runs.keep(run("w", 0), 1, "other", "DONE", "late.pdf", new byte[1])).isZero();
    }

    private RunWorker worker(ReportRenderer renderer) {
        return new RunWorker(runs, renderer, audit, json, clock, transactions, 2, Duration.ZERO);
    }

    /** A run of the four centres of the reference pack, held by that worker. */
    private String run(String workerId, int takenOver) throws Exception {
        String id = Ids.next();
        runs.insert(new RunRow(id, Ids.next(), "CENTRE", DAY, "HTML", "th", false, "RUNNING", Ids.next(), clock.dateTime(), null,
                workerId, 0, 0, 0, 0), json.writeValueAsString(ReferenceReports.pack()));
        List<String> centres = List.of("centre-TH-50", "centre-TH-51", "centre-TH-80", "centre-TH-90");
        runs.insertItems(centres.stream()
                .map(key -> new ItemRow(id, centres.indexOf(key) + 1, key, "th", "WAITING", null)).toList());
        for (int i = 0; i < takenOver; i++) {
            runs.takeOver(id, i, workerId);
        }
        return id;
    }
}
