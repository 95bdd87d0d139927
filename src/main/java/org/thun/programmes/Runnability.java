package org.thun.programmes;

import java.util.List;
import org.thun.shared.Problem;

/**
 * Whether grants can be run on a definition with what the product supports today.
 *
 * @param reasons what is not supported yet; empty if grants can be run
 */
public record Runnability(List<Problem> reasons) {

    public Runnability {
        reasons = List.copyOf(reasons);
    }

    public boolean runnable() {
        return reasons.isEmpty();
    }
}
