package org.thun.registry;

/** What a batch asks for. */
public enum BatchPurpose {
    /** Submitted records are to be verified for the first time, or after a correction. */
    VERIFY,
    /** Verified records that grow stale are to be confirmed again (BR-18). */
    RENEW
}
