package org.thun.grants;

/**
 * A grant has been closed. Published inside the transaction that closed it.
 *
 * @param grantId the grant
 */
public record GrantClosed(String grantId) {}
