package org.thun.registry;

import java.util.List;

/**
 * What stands beside a record because of others like it.
 *
 * @param pairs its pairs that wait for a decision or were decided to be the same
 * @param mergedInto the record it was merged into, or {@code null}
 */
public record DuplicateMark(List<Pair> pairs, Other mergedInto) {

    public DuplicateMark {
        pairs = List.copyOf(pairs);
    }

    /** Whether it is suspected to be a duplicate. */
    public boolean suspected() {
        return pairs.stream().anyMatch(pair -> pair.state() == SuspicionState.SUSPECTED);
    }

    /** Whether it waits for a decision before it can be verified (BR-19). */
    public boolean certain() {
        return pairs.stream().anyMatch(pair -> pair.state() == SuspicionState.SUSPECTED && pair.certain());
    }

    /**
     * Another record like it.
     *
     * @param suspicionId the suspicion; {@code null} if the reader may not see the other record
     * @param other the other record; {@code null} if the reader may not see it
     * @param state what is known
     * @param certain whether the citizen number says so
     */
    public record Pair(String suspicionId, Other other, SuspicionState state, boolean certain) {}

    /**
     * Another record.
     *
     * @param recordId the record
     * @param number its number
     */
    public record Other(String recordId, String number) {}
}
