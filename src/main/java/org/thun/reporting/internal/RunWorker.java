package org.thun.reporting.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.Actor;
import org.thun.reporting.MonitoringPack;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportRenderer;
import org.thun.reporting.ReportRun;
import org.thun.reporting.internal.RunMapper.ItemRow;
import org.thun.reporting.internal.RunMapper.RunRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;

/**
 * Makes the reports of runs, as many at a time as it has threads. While it works at a run it raises the run's beat; a run
 * whose beat stands still has lost its worker, and whoever notices goes on with it. No clock is compared, so that neither
 * a second node with another time nor a training clock that jumps can take a run away.
 */
@Component
class RunWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

    /** A run that has lost so many workers is more likely their end than their victim. */
    private static final int MOST_TAKEOVERS = 3;

    private static final int ATTEMPTS = 2;

    private final String id = Ids.next();
    private final RunMapper runs;
    private final ReportRenderer renderer;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final Duration silence;
    private final ExecutorService threads;
    private final Set<String> mine = ConcurrentHashMap.newKeySet();
    private final Map<String, Seen> others = new HashMap<>();

    RunWorker(RunMapper runs, ReportRenderer renderer, AuditTrail audit, ObjectMapper json, BusinessClock clock,
            PlatformTransactionManager transactions,
            @Value("${thun.reporting.run-threads:0}") int threads,
            @Value("${thun.reporting.run-silence:PT30S}") Duration silence) {
        this.runs = runs;
        this.renderer = renderer;
        this.audit = audit;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.silence = silence;
        int wanted = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        AtomicInteger no = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(wanted, work -> {
            Thread thread = new Thread(work, "report-run-" + no.incrementAndGet());
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
    }

    /** A foreign run's beat and when it was first seen at that, by this machine's own counter of nanoseconds. */
    private record Seen(long beat, long since) {}

    /** The name under which this worker holds runs. */
    String id() {
        return id;
    }

    /** Makes what is still to be made of a run that this worker holds. Returns at once. */
    void work(String runId) {
        mine.add(runId);
        threads.execute(() -> begin(runId));
    }

    private void begin(String runId) {
        try {
            RunRow run = runs.find(runId).orElseThrow();
            MonitoringPack pack = pack(runId);
            List<ItemRow> waiting = runs.items(runId, "WAITING");
            if (waiting.isEmpty()) {
                end(run);
                return;
            }
            AtomicInteger left = new AtomicInteger(waiting.size());
            for (ItemRow item : waiting) {
                threads.execute(() -> {
                    try {
                        if (mine.contains(runId)) {
                            make(run, pack, item);
                        }
                    } finally {
                        if (left.decrementAndGet() == 0 && mine.contains(runId)) {
                            end(run);
                        }
                    }
                });
            }
        } catch (RuntimeException e) {
            // Without a worker's beat the run is taken up again, here or elsewhere, until it is given up.
            mine.remove(runId);
            LOG.error("run {} could not be begun", runId, e);
        }
    }

    private void make(RunRow run, MonitoringPack pack, ItemRow item) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                MonitoringReport report = pack.edition(item.editionKey()).orElseThrow();
                ReportFormat format = ReportFormat.valueOf(run.formatCode());
                Locale locale = Locale.forLanguageTag(item.localeCode());
                byte[] file = renderer.render(report, format, locale);
                keep(run, item, "DONE", renderer.fileName(report, format, locale), file);
                return;
            } catch (RuntimeException e) {
                LOG.error("run {}: {} could not be made, attempt {} of {}", run.id(), item.editionKey(), attempt, ATTEMPTS, e);
            }
        }
        keep(run, item, "FAILED", null, null);
    }

    private void keep(RunRow run, ItemRow item, String state, String name, byte[] file) {
        if (runs.keep(run.id(), item.itemNo(), id, state, name, file) == 0) {
            mine.remove(run.id());
        }
    }

    private void end(RunRow run) {
        mine.remove(run.id());
        close(run, ReportRun.State.DONE);
    }

    private void close(RunRow run, ReportRun.State state) {
        transaction.executeWithoutResult(status -> {
            if (runs.end(run.id(), state.name(), clock.dateTime()) == 1) {
                audit.record(Actor.SYSTEM, AuditEvent.transition(
                        run.grantId(), "reportRun.end", "reportRun", run.id(), ReportRun.State.RUNNING, state));
            }
        });
    }

    /** Shows signs of life for its own runs and looks for those of others. */
    @Scheduled(fixedDelayString = "${thun.reporting.run-beat:PT5S}")
    void beat() {
        mine.removeIf(run -> runs.beat(run, id) == 0);
        List<RunRow> foreign = runs.running().stream().filter(run -> !mine.contains(run.id())).toList();
        others.keySet().retainAll(foreign.stream().map(RunRow::id).toList());
        long now = System.nanoTime();
        for (RunRow run : foreign) {
            Seen seen = others.get(run.id());
            if (seen == null || seen.beat() != run.beat()) {
                others.put(run.id(), new Seen(run.beat(), now));
            } else if (now - seen.since() >= silence.toNanos()) {
                goOn(run);
            }
        }
    }

    private void goOn(RunRow run) {
        if (run.takenOver() >= MOST_TAKEOVERS) {
            LOG.error("run {} was given up: it has lost {} workers", run.id(), run.takenOver() + 1);
            close(run, ReportRun.State.FAILED);
        } else if (runs.takeOver(run.id(), run.beat(), id) == 1) {
            LOG.info("run {} goes on", run.id());
            work(run.id());
        }
    }

    private MonitoringPack pack(String runId) {
        try {
            return json.readValue(runs.figures(runId), MonitoringPack.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures of run " + runId + " cannot be read", e);
        }
    }

    @Override
    public void destroy() {
        mine.clear();
        threads.shutdownNow();
    }
}
