package org.thun.grants;

/**
 * A grant was ended before its time (BR-36). Published inside the transaction that ended it: closing begins.
 *
 * @param grantId the grant
 */
public record GrantTerminated(String grantId) {}
