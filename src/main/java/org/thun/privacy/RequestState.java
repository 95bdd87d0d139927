package org.thun.privacy;

/** Where a request stands. */
public enum RequestState {
    /** Waits for the second person. */
    ASKED,
    /** Agreed to; an export may be fetched, a reduction is under way. */
    APPROVED,
    REFUSED,
    /** Carried out, or no longer to be fetched. */
    DONE
}
