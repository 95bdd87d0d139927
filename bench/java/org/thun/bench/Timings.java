package org.thun.bench;

import java.util.Arrays;

/** Durations of one thing done many times. */
final class Timings {

    private final long[] nanos;
    private int count;

    Timings(int capacity) {
        this.nanos = new long[capacity];
    }

    /** Something that is measured. */
    interface Step {
        void run() throws Exception;
    }

    void measure(Step step) throws Exception {
        long begin = System.nanoTime();
        step.run();
        nanos[count++] = System.nanoTime() - begin;
    }

    /** The value below which that share of the durations lies, in microseconds. */
    double micros(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1, Math.floor(share * count))] / 1000.0;
    }
}
