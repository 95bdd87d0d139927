package org.thun.evaluation;

/** What the grantee says to a recommendation. */
public enum ManagementAnswer {
    ACCEPT,
    /** Accepted in part. */
    PART,
    /** Not accepted; the reason is shown to the funder. */
    REJECT
}
