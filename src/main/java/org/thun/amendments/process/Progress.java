package org.thun.amendments.process;

import java.util.Map;
import org.thun.amendments.Amendment;
import org.thun.amendments.Amendment.Verdict;
import org.thun.amendments.AmendmentKind;
import org.thun.amendments.AmendmentState;

/** What the model asks for after a decision. */
final class Progress {

    private Progress() {}

    static Map<String, Object> of(Verdict decision, Amendment amendment) {
        return Map.of(
                "decision", decision.name(),
                "approved", amendment.state() == AmendmentState.APPROVED,
                "bank", amendment.has(AmendmentKind.BANK));
    }
}
