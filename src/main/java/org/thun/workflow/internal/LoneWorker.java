package org.thun.workflow.internal;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that goes on after its request, one piece after the other, on a thread of its own. */
final class LoneWorker {

    private static final Logger LOG = LoggerFactory.getLogger(LoneWorker.class);

    private final String name;
    private final ExecutorService thread;

    private Future<?> work;

    LoneWorker(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadExecutor(work -> new Thread(work, name));
    }

    synchronized boolean busy() {
        return work != null && !work.isDone();
    }

    synchronized void begin(Runnable piece) {
        work = thread.submit(piece);
    }

    /** Waits for the latest piece, if there is one, no longer than that. */
    void await(Duration atMost) {
        Future<?> waitedFor;
        synchronized (this) {
            waitedFor = work;
        }
        if (waitedFor == null) {
            return;
        }
        try {
            waitedFor.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("{} is still at work after {}", name, atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the work of " + name + " ended in a way it should not", e);
        }
    }

    /** Takes nothing more on; what is under way goes on. */
    void stop() {
        thread.shutdown();
    }

    /** The same; whether nothing is under way any more after that time. */
    boolean stop(Duration atMost) throws InterruptedException {
        stop();
        return thread.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
