package org.thun.disbursement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.thun.shared.Money;

/**
 * A tranche of a running grant.
 *
 * @param id id of the tranche
 * @param grantId the grant
 * @param no number, from 1
 * @param sharePercent agreed share of the grant
 * @param agreed agreed amount (BR-02)
 * @param carriedIn rest of an earlier tranche that was carried to this one; zero for most
 * @param payLimit most that may be paid now where that is known to be less (last tranche), or {@code null}
 * @param afterPeriod reporting period whose acceptance opens it, or {@code null}
 * @param atCloseOut whether it opens only at close-out (BR-06)
 * @param state where it stands
 * @param openedOn day on which it could first be asked for, or {@code null}
 * @param requestDueOn day by which the grantee should ask, or {@code null}
 * @param overdueSince since when the request has been late, or {@code null}
 * @param requested amount asked for, or {@code null}
 * @param payable amount the officer let pass, or {@code null}
 * @param paid amount paid, or {@code null}
 * @param paidOn day of payment, or {@code null}
 * @param holdReason why it is held, or {@code null}
 * @param receiptNo the grantee's receipt, or {@code null}
 * @param receiptedOn day of that receipt, or {@code null}
 */
public record Tranche(
        String id,
        String grantId,
        int no,
        BigDecimal sharePercent,
        Money agreed,
        Money carriedIn,
        Money payLimit,
        Integer afterPeriod,
        boolean atCloseOut,
        TrancheState state,
        LocalDate openedOn,
        LocalDate requestDueOn,
        LocalDate overdueSince,
        Money requested,
        Money payable,
        Money paid,
        LocalDate paidOn,
        String holdReason,
        String receiptNo,
        LocalDate receiptedOn) {

    /** Most that may be asked for: what was agreed, with what was carried over, within the limit. */
    public Money ceiling() {
        Money whole = agreed.plus(carriedIn);
        return payLimit == null ? whole : whole.min(payLimit);
    }
}
