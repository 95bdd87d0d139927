package org.thun.registry.web;

import org.thun.registry.Cursor;

/** Places in a list as addresses tell them: {@code after-<record>}, {@code before-<record>}, {@code last}. */
final class Cursors {

    private static final String AFTER = "after-";
    private static final String BEFORE = "before-";

    private Cursors() {}

    /** The place; the beginning of the list if it is none. */
    static Cursor read(String at) {
        if (at == null) {
            return Cursor.FIRST;
        }
        return at.startsWith(AFTER) ? Cursor.after(at.substring(AFTER.length()))
                : at.startsWith(BEFORE) ? Cursor.before(at.substring(BEFORE.length()))
                : at.equals("last") ? Cursor.LAST
                : Cursor.FIRST;
    }
}
