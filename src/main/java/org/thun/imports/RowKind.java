package org.thun.imports;

/** What a row of a file is to the registers. */
public enum RowKind {
    /** Becomes a new record. */
    NEW,
    /** Corrects the record it became before. */
    CHANGED,
    /** Says what it said before; nothing is done. */
    UNCHANGED,
    /** Stands in the same file before; entered once. */
    DUPLICATE,
    /** Cannot be entered as it is. */
    REFUSED
}
