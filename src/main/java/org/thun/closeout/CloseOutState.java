package org.thun.closeout;

/** Where the closing of a grant stands. */
public enum CloseOutState {
    /** The term is over; the documents are being written. */
    OPEN,
    /** The grantee's lead has sent the documents. */
    DOCS_COMPLETE,
    /** Documents and account are accepted; the balance is zero. */
    FINANCE_RECONCILED,
    /** Money is left and has to come back. */
    REFUND_DUE,
    /** What was left has come back. */
    REFUND_RECEIVED,
    /** More was spent than received: the last tranche is on its way. */
    LAST_TRANCHE,
    /** Back with the grantee. */
    RETURNED,
    /** The grant is closed. */
    CLOSED;

    /** Whether the documents have been sent and have not come back, which the institute fee waits for (BR-49). */
    public boolean documentsSent() {
        return this != OPEN && this != RETURNED;
    }

    /** Whether the documents have been accepted, which the last tranche waits for (BR-06). */
    public boolean documentsAccepted() {
        return this != OPEN && this != DOCS_COMPLETE && this != RETURNED;
    }
}
