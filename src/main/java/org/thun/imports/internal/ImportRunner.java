package org.thun.imports.internal;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.thun.shared.Ids;
import org.thun.shared.Problem;

/**
 * Works on the files that wait, in turn a part of each, on one thread of this machine. Looks for files by itself, so that
 * those of a machine that has died are taken up by whoever runs next.
 */
@Component
class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private static final int MOST_FAILURES = 5;

    private final ImportMapper imports;
    private final ImportWork work;
    private final boolean enabled;
    private final Duration every;
    private final int lease;
    private final String worker = Ids.next();
    private final Map<String, ImportWork.Memory> memories = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread runner = new Thread(task, "imports");
        runner.setDaemon(true);
        return runner;
    });
    private volatile boolean stopping;

    ImportRunner(ImportMapper imports, ImportWork work, @Value("${thun.imports.runner.enabled}") boolean enabled,
            @Value("${thun.imports.runner.every}") Duration every, @Value("${thun.imports.runner.lease}") Duration lease) {
        this.imports = imports;
        this.work = work;
        this.enabled = enabled;
        this.every = every;
        this.lease = Math.toIntExact(lease.toSeconds());
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (enabled) {
            thread.scheduleWithFixedDelay(this::guarded, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Finishes the part at hand; the rest is taken up at the next start. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        thread.shutdown();
        if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
            LOG.warn("An import did not come to the end of its part; it will be undone and done again");
        }
    }

    /** Looks now instead of at the next round. */
    void nudge() {
        if (enabled && !stopping) {
            thread.execute(this::guarded);
        }
    }

    private void guarded() {
        try {
            run();
        } catch (RuntimeException e) {
            LOG.error("The imports could not be looked for; trying again in {}", every, e);
        }
    }

    /** Works until nothing waits. */
    synchronized void run() {
        boolean more = true;
        while (more && !stopping) {
            more = round();
        }
    }

    /** A part of each file that waits; whether there is more to do at once. */
    synchronized boolean round() {
        boolean more = false;
        List<String> working = imports.working();
        memories.keySet().retainAll(working);
        for (String id : working) {
            if (!stopping && imports.claim(id, worker, lease) > 0) {
                more |= part(id);
            }
        }
        return more;
    }

    private boolean part(String id) {
        try {
            boolean more = work.step(id, memories.computeIfAbsent(id, each -> new ImportWork.Memory()));
            failures.remove(id);
            return more;
        } catch (RuntimeException e) {
            memories.remove(id);
            int failed = failures.merge(id, 1, Integer::sum);
            LOG.error("Import {} failed for the {}. time", id, failed, e);
            if (failed >= MOST_FAILURES) {
                failures.remove(id);
                work.stop(id, List.of(Problem.of("imports.problem.failed")));
            }
            return false;
        }
    }
}
