package org.thun.reporting;

import java.util.List;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;

/**
 * What later records have changed in the figures of accepted periods. Looked for on the
 * first of each month, before another period is frozen, and whenever somebody asks.
 */
public interface Restatements {

    /** Those known of a grant that this person may read, by period and in the order in which they were found. */
    List<Restatement> of(Grant grant, Actor actor);

    /** Compares every frozen period with the records of today and notes new differences; gives how many there are. */
    int look(Grant grant);

    /** Says why a figure has changed; may be said again. Refused to people who may not answer for measurements. */
    Outcome<Void> explain(Grant grant, String restatementId, String reason, Actor actor);

    /** Whether this person may give reasons. */
    boolean mayExplain(Grant grant, Actor actor);
}
