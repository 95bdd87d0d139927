package org.thun.bench;

import java.util.List;
import java.util.Locale;
import org.thun.bench.Bench.Result;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.reporting.Edition;
import org.thun.reporting.MonitoringPack;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportRun;
import org.thun.reporting.ReportRuns;
import org.thun.reporting.ReportSource;
import org.thun.reporting.internal.PlainJasper;

/**
 * The national monitoring report as PDF over HTTP, and the reports of all centres as one run, against JasperReports alone
 * filling and exporting the same rows on as many threads.
 */
final class ReportsBench {

    private static final int WARM_UP = 5;
    private static final int RUNS = 20;
    private static final int PACKS_WARM_UP = 1;
    private static final int PACKS = 3;
    private static final long POLL_MILLIS = 20;
    private static final double PATIENCE_MICROS = 5_000_000;

    private final FullRegisters full;

    ReportsBench(FullRegisters full) {
        this.full = full;
    }

    List<Result> run() throws Exception {
        Actor lead = full.fixture().ofGrantee(Role.GL);
        return List.of(national(lead), centres(lead));
    }

    private Result national(Actor lead) throws Exception {
        Browser browser = new Browser(full.thun().address(), lead.username(), GrantFixture.PASSWORD);
        String report = "/api/v1/grants/" + full.grant().id() + "/reports/monitoring?format=pdf&lang=th&edition=national";
        for (int i = 0; i < WARM_UP; i++) {
            browser.drain(report);
        }
        Timings measured = new Timings(RUNS);
        for (int i = 0; i < RUNS; i++) {
            measured.measure(() -> browser.drain(report));
        }
        return new Result("national monitoring report as PDF", "5 s", "p95", measured.micros(0.95), PATIENCE_MICROS, 1.0);
    }

    private Result centres(Actor lead) throws Exception {
        ReportRuns runs = full.thun().bean(ReportRuns.class);
        MonitoringPack pack =
                full.thun().bean(ReportSource.class).pack(full.grant().id(), full.today()).orElseThrow();
        List<MonitoringReport> reports = pack.editions().stream()
                .filter(edition -> edition.kind() == Edition.Kind.CENTRE)
                .map(edition -> pack.edition(edition.key()).orElseThrow())
                .toList();
        Timings measured = new Timings(PACKS);
        Timings baseline = new Timings(PACKS);
        try (PlainJasper jasper = new PlainJasper(reports, Locale.forLanguageTag("th"))) {
            for (int i = 0; i < PACKS_WARM_UP; i++) {
                runAll(runs, full.grant(), lead, reports.size());
                jasper.makeAll();
            }
            for (int i = 0; i < PACKS; i++) {
                measured.measure(() -> runAll(runs, full.grant(), lead, reports.size()));
                baseline.measure(jasper::makeAll);
            }
        }
        int cores = Runtime.getRuntime().availableProcessors();
        System.out.printf(Locale.ROOT, "%d centre reports: %.1f a second and core, JasperReports alone %.1f%n", reports.size(),
                reports.size() * 1e6 / measured.micros(0.5) / cores, reports.size() * 1e6 / baseline.micros(0.5) / cores);
        return new Result(reports.size() + " centre reports as PDF, as one run", "JasperReports alone, same rows and threads",
                "median", measured.micros(0.5), baseline.micros(0.5), Result.STATED);
    }

    private void runAll(ReportRuns runs, Grant grant, Actor lead, int expected) throws InterruptedException {
        String id = runs.start(grant, new ReportRuns.Order(Edition.Kind.CENTRE, full.today(), ReportFormat.PDF,
                List.of("th")), lead).orElseThrow();
        ReportRun run = runs.find(grant, id, lead).orElseThrow();
        while (run.running()) {
            Thread.sleep(POLL_MILLIS);
            run = runs.find(grant, id, lead).orElseThrow();
        }
        if (run.done() != expected) {
            throw new IllegalStateException("not all reports were made: " + run);
        }
    }
}
