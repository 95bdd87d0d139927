package org.thun.activities;

/**
 * Whether the close-out documents of a grant are there, which the institute fee waits for (BR-49). Told by the module that
 * closes grants, which depends on this one; as long as nobody tells, no fee is taken.
 */
public interface CloseOutDocuments {

    /** Whether they have been sent and have not come back to the grantee. */
    boolean sent(String grantId);
}
