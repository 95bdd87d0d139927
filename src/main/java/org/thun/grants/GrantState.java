package org.thun.grants;

/** Where a grant stands. */
public enum GrantState {
    /** The agreement is being prepared. */
    DRAFT,
    /** The grantee has signed. */
    SIGNED_GRANTEE,
    /** Both sides have signed; the grant has not begun yet. */
    SIGNED_BOTH,
    /** The grant runs. */
    EFFECTIVE,
    /** The term is over; accounts and reports are being closed. */
    WAITING_TO_CLOSE,
    /** Nothing is owed by anybody any more. */
    CLOSED,
    /** Payments and clocks stand still. */
    SUSPENDED,
    /** Ended before its time (BR-36). */
    TERMINATED,
    /** Never signed in time. */
    LAPSED;

    /** Key of the state's name in the message bundles. */
    public String messageKey() {
        return "grants.GrantState." + name();
    }
}
