package org.thun.amendments;

/**
 * An amendment has come into force. Published inside the transaction that changed everything it changes.
 *
 * @param grantId the grant
 * @param amendmentId the amendment
 * @param no its number within the grant, from 1
 */
public record AmendmentInForce(String grantId, String amendmentId, int no) {}
