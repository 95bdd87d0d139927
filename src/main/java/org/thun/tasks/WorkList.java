package org.thun.tasks;

import java.util.List;
import org.thun.identity.Actor;

/**
 * Work that waits outside the processes: a list of a module's own, such as records to verify. Home names it beside the
 * tasks, so that nobody has to look for work.
 */
public interface WorkList {

    /** What waits for this person now; empty if nothing. */
    List<Waiting> waiting(Actor actor);

    /**
     * One kind of work.
     *
     * @param messageKey key of its text, with the number of pieces as its only argument
     * @param count how many pieces wait, at least one
     * @param path where the work is done
     */
    record Waiting(String messageKey, long count, String path) {}
}
