package org.thun.shared;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A thread of its own for one kind of background work. Work that is asked for while some is being done is left out, not
 * queued: the next round finds what is left.
 */
public final class OneAtATime implements AutoCloseable {

    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService thread;

    /** @param name name of the thread, as logs show it */
    public OneAtATime(String name) {
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Does the work on the thread and returns at once. The work catches what may go wrong in it. */
    public void begin(Runnable work) {
        if (busy.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    work.run();
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** Interrupts what is being done; nothing begins any more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
