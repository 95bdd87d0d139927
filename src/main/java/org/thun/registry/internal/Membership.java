package org.thun.registry.internal;

/** What has become of a record in a batch. */
enum Membership {
    /** Waits for the decision. */
    OPEN,
    /** Did not pass the automatic checks. */
    FAULTY,
    /** Has been changed since it was handed in, so the batch says nothing of it any more. */
    LEFT,
    /** Verified or confirmed by the batch. */
    ACCEPTED,
    /** Found wrong, or given back with the whole batch. */
    RETURNED
}
