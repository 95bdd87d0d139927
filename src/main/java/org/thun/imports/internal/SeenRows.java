package org.thun.imports.internal;

/**
 * The keys of the rows of a file that have been read so far, with the row they first stood in and what it said. Half a
 * million take some thirty megabytes.
 */
final class SeenRows {

    private long[] high = new long[1 << 12];
    private long[] low = new long[1 << 12];
    private long[] said = new long[1 << 12];
    private int[] rows = new int[1 << 12];
    private int size;

    /** Where a key stood first, and whether the row said the same. */
    record First(int row, boolean same) {}

    /** Remembers a row; {@code null} if it is the first of its key, else what that first one was. */
    First add(RowHash key, RowHash digest, int row) {
        if (size * 3 > rows.length * 2) {
            grow();
        }
        int slot = slot(key.high(), key.low());
        if (rows[slot] != 0) {
            return new First(rows[slot], said[slot] == digest.high());
        }
        high[slot] = key.high();
        low[slot] = key.low();
        said[slot] = digest.high();
        rows[slot] = row;
        size++;
        return null;
    }

    private int slot(long keyHigh, long keyLow) {
        int slot = (int) keyHigh & rows.length - 1;
        while (rows[slot] != 0 && (high[slot] != keyHigh || low[slot] != keyLow)) {
            slot = slot + 1 & rows.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        long[] oldSaid = said;
        int[] oldRows = rows;
        high = new long[oldRows.length * 2];
        low = new long[oldRows.length * 2];
        said = new long[oldRows.length * 2];
        rows = new int[oldRows.length * 2];
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != 0) {
                int slot = slot(oldHigh[i], oldLow[i]);
                high[slot] = oldHigh[i];
                low[slot] = oldLow[i];
                said[slot] = oldSaid[i];
                rows[slot] = oldRows[i];
            }
        }
    }
}
