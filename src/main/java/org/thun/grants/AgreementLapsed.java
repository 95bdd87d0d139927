package org.thun.grants;

/**
 * The agreement of a grant was not signed in time. Published inside the transaction that ended it.
 *
 * @param grantId the grant
 */
public record AgreementLapsed(String grantId) {}
