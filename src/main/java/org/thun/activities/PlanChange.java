package org.thun.activities;

import java.time.YearMonth;
import java.util.Optional;
import org.thun.grants.Grant;
import org.thun.identity.Actor;

/**
 * Where a change of the agreed plan is asked for. The plan itself never changes by being edited: moving a bar drafts an
 * amendment. Told by the module that amends agreements, which depends on this one; as long as nobody tells, the plan
 * offers no change.
 */
public interface PlanChange {

    /** Whether this person may draft a change of the plan of that grant now. */
    boolean mayAsk(Grant grant, Actor actor);

    /**
     * The page on which the change is drafted, with what the person chose filled in.
     *
     * @return a path of this application, or empty if this change may not be asked for by this person now
     */
    Optional<String> page(Grant grant, Move move, Actor actor);

    /**
     * The page on which another occurrence of an activity, and the money for it, is asked for.
     *
     * @return a path of this application, or empty if this person may not ask for it now
     */
    Optional<String> pageToAdd(Grant grant, Actor actor);

    /**
     * A wish to have an occurrence in other months. Calendar months stand for the grant months that begin in them; with
     * the start of the grant they determine each other (BR-41).
     *
     * @param occurrenceId the occurrence
     * @param from calendar month in which its first grant month begins
     * @param to calendar month in which its last grant month begins, not before the first
     */
    record Move(String occurrenceId, YearMonth from, YearMonth to) {

        public Move {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("ends before it begins: " + from + " to " + to);
            }
        }
    }
}
