package org.thun.registry;

import java.util.List;

/**
 * A stretch of a long list of records, read from where somebody stands: the hundred-thousandth costs what the first does.
 *
 * @param rows the records, in the order of the list
 * @param earlier whether there are records before them
 * @param later whether there are records after them
 * @param total records of the whole list; no more than {@link Registers#MOST_COUNTED} are counted, and {@code null} where
 *     every record would have to be read for it
 */
public record Stretch(List<RegisterRecord> rows, boolean earlier, boolean later, Long total) {

    public Stretch {
        rows = List.copyOf(rows);
    }

    /** Whether the list is longer than was counted. */
    public boolean uncounted() {
        return total != null && total >= Registers.MOST_COUNTED;
    }

    /** The record from which one goes back, or {@code null}. */
    public String before() {
        return earlier ? rows.get(0).id() : null;
    }

    /** The record from which one goes on, or {@code null}. */
    public String after() {
        return later ? rows.get(rows.size() - 1).id() : null;
    }
}
