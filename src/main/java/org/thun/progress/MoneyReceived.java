package org.thun.progress;

import java.time.LocalDate;
import org.thun.shared.Money;

/** What the funder has paid to a grantee and got back, by day. Implemented by whoever keeps the ledger. */
public interface MoneyReceived {

    /** Paid to the grantee between two days, both included. */
    Money received(String grantId, LocalDate from, LocalDate to);

    /** Returned by the grantee between two days, both included. */
    Money refunded(String grantId, LocalDate from, LocalDate to);
}
