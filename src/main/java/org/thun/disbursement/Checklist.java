package org.thun.disbursement;

import java.util.List;
import org.thun.shared.Money;
import org.thun.tasks.FactSheet;

/**
 * The gates of a tranche as they stand now.
 *
 * @param checks every rule with its state, what is missing and who must act
 * @param passable whether the tranche may be paid: every check is met, or only the spending is short, which reduces the
 *     payment instead of stopping it (BR-05)
 * @param reduced whether the payment is reduced to the need of the next period (BR-05)
 * @param payable most that may be paid now; zero if nothing may, {@code null} if it cannot be said
 */
public record Checklist(List<FactSheet.Check> checks, boolean passable, boolean reduced, Money payable) {

    public Checklist {
        checks = List.copyOf(checks);
    }

    public long met() {
        return checks.stream().filter(FactSheet.Check::met).count();
    }

    public boolean allMet() {
        return met() == checks.size();
    }
}
