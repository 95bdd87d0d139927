package org.thun.grants;

/** What releases a tranche. */
public enum TrancheRelease {
    /** The agreement takes effect. */
    AT_START,
    /** The reports of a period are accepted. */
    AFTER_PERIOD,
    /** The close-out documents are accepted. */
    AT_CLOSE_OUT
}
