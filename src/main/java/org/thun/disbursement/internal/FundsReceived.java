package org.thun.disbursement.internal;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thun.disbursement.EntryKind;
import org.thun.progress.MoneyReceived;
import org.thun.shared.Money;

/** Tells the period reports what came in and went back. Rests on the ledger alone, because the gates rest on the reports. */
@Component
@Transactional(readOnly = true)
class FundsReceived implements MoneyReceived {

    private final Ledger ledger;

    FundsReceived(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Money received(String grantId, LocalDate from, LocalDate to) {
        return ledger.sum(grantId, EntryKind.TRANCHE_PAID, from, to);
    }

    @Override
    public Money refunded(String grantId, LocalDate from, LocalDate to) {
        return ledger.sum(grantId, EntryKind.REFUND, from, to).negate();
    }
}
