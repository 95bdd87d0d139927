package org.thun.disbursement;

/**
 * A tranche is receipted, or was skipped. Published inside the transaction that settled it.
 *
 * @param grantId the grant
 * @param trancheNo the tranche
 */
public record TrancheSettled(String grantId, int trancheNo) {}
