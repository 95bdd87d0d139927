package org.thun.programmes;

import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * Who approves amounts up to a limit (BR-32).
 *
 * @param upTo greatest amount, included; {@code null} for no limit
 * @param authority code of the authority ({@code plan_board})
 * @param title what it is called
 * @param quorum members of a board that have to stay and vote (BR-33), or {@code null} where one person decides
 */
public record ApprovalLimit(Money upTo, String authority, LocalizedText title, Integer quorum) {

    public boolean covers(Money amount) {
        return upTo == null || amount.compareTo(upTo) <= 0;
    }
}
