package org.thun.progress;

/**
 * A period report has been accepted and frozen. Published inside the transaction that accepted it, for whoever waits
 * for the period: disbursement looks again at the gates of the next tranche.
 *
 * @param grantId the grant
 * @param periodNo number of the period
 */
public record PeriodAccepted(String grantId, int periodNo) {}
