package org.thun.disbursement;

import java.util.List;
import org.thun.grants.Grant;
import org.thun.tasks.FactSheet;

/**
 * A gate that another module hangs on tranches: recommendations, close-out. A tranche is paid only when every check of
 * every gate is met.
 */
public interface TrancheGate {

    /** The rule this gate answers for ({@code BR-06}). The last tranche is refused while nobody answers for BR-06. */
    String rule();

    /** What that rule asks of this tranche now; empty if it asks nothing. */
    List<FactSheet.Check> evaluate(Grant grant, Tranche tranche);
}
