package org.thun.imports;

import java.util.EnumSet;
import java.util.Set;

/** How far a file has come. */
public enum ImportState {
    /** Read; its columns wait for somebody to say what they are. */
    UPLOADED,
    /** Its rows are being checked, nothing is written yet. */
    CHECKING,
    /** Checked; the preview waits for somebody to start the import. */
    CHECKED,
    /** Its rows are being entered. */
    RUNNING,
    /** Stopped on the way, by a person or by a problem; what was entered stays, the rest waits. */
    PAUSED,
    /** All rows have been entered or refused. */
    DONE,
    /** Given up; what had been entered before stays. */
    CANCELLED;

    /** States in which the machine works. */
    public static final Set<ImportState> WORKING = EnumSet.of(CHECKING, RUNNING);

    /** Nothing more will happen. */
    public boolean isOver() {
        return this == DONE || this == CANCELLED;
    }

    /** Whether the machine works on it. */
    public boolean isWorking() {
        return WORKING.contains(this);
    }
}
