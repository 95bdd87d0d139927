package org.thun.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OneAtATimeTests {

    @Test
    void leavesOutWhatIsAskedForWhileItWorksAndWorksAgainAfterwards() throws Exception {
        try (OneAtATime background = new OneAtATime("test")) {
            AtomicInteger rounds = new AtomicInteger();
            CountDownLatch begun = new CountDownLatch(1);
            Semaphore goOn = new Semaphore(0);
            background.begin(() -> {
                begun.countDown();
                goOn.acquireUninterruptibly();
                rounds.incrementAndGet();
            });
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            background.begin(() -> rounds.addAndGet(100));
            goOn.release();

            CountDownLatch again = new CountDownLatch(1);
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (again.getCount() > 0 && System.nanoTime() < patience) {
                background.begin(again::countDown);
                Thread.onSpinWait();
            }
            assertThat(again.getCount()).isZero();
            assertThat(rounds).hasValue(1);
        }
    }
}
