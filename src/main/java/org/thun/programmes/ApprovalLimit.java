package org.thun.programmes;

import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * Who approves amounts up to a limit (BR-32).
 *
 * @param upTo greatest amount, included; {@code null} for no limit
 * @param authority code of the authority ({@code plan_board})
 * @param title what it is called
 */
public record ApprovalLimit(Money upTo, String authority, LocalizedText title) {

    public boolean covers(Money amount) {
        return upTo == null || amount.compareTo(upTo) <= 0;
    }
}
