package org.thun.registry;

/**
 * Where in a list of records somebody stands. The place is told by a record and not by a name: names stand in no address
 * (BR-39).
 *
 * @param way which way to go from there
 * @param recordId the record to go on from; {@code null} at either end of the list
 */
public record Cursor(Way way, String recordId) {

    /** The beginning of the list. */
    public static final Cursor FIRST = new Cursor(Way.FORWARD, null);

    /** The end of the list. */
    public static final Cursor LAST = new Cursor(Way.BACK, null);

    /** Which way to go. */
    public enum Way {
        FORWARD,
        BACK
    }

    /** What follows a record. */
    public static Cursor after(String recordId) {
        return new Cursor(Way.FORWARD, recordId);
    }

    /** What stands before a record. */
    public static Cursor before(String recordId) {
        return new Cursor(Way.BACK, recordId);
    }
}
