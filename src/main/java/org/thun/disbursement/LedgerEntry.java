package org.thun.disbursement;

import java.time.LocalDate;
import org.thun.shared.Money;

/**
 * One entry of a grant's ledger, never changed and never removed.
 *
 * @param seq order of entry
 * @param grantId the grant
 * @param kind what it records
 * @param amount effect on the money in the grantee's hands: receipts are positive, expenses and refunds negative
 * @param valueOn day on which the money moved; for expenses the last day of the period that reported them
 * @param periodNo reporting period it comes from, or {@code null}
 * @param trancheNo tranche it comes from, or {@code null}
 * @param activityCode activity it was spent on, or {@code null}
 * @param costHead cost head it was spent under, or {@code null}
 * @param reference bank reference or the like, or {@code null}
 */
public record LedgerEntry(
        long seq,
        String grantId,
        EntryKind kind,
        Money amount,
        LocalDate valueOn,
        Integer periodNo,
        Integer trancheNo,
        String activityCode,
        String costHead,
        String reference) {}
