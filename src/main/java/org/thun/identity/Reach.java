package org.thun.identity;

import java.util.Set;

/**
 * How far a person's right reaches, in the form that goes into SQL: a row is visible when {@link #all} or when one of its
 * keys is in the matching set. Sets are never empty (they hold a key that matches nothing), so they can stand in an
 * {@code IN (…)} as they are.
 *
 * @param all whether everything is within reach
 * @param programmeKeys programmes within reach
 * @param organisationIds organisations whose grants are within reach
 * @param grantIds single grants within reach
 * @param centreIds single centres within reach, as {@link Scope#centreId}
 */
public record Reach(
        boolean all,
        Set<String> programmeKeys,
        Set<String> organisationIds,
        Set<String> grantIds,
        Set<String> centreIds) {

    /** A key no object has. */
    static final String NOTHING = "-";

    /** The reach of the system itself. */
    public static final Reach EVERYTHING =
            new Reach(true, Set.of(NOTHING), Set.of(NOTHING), Set.of(NOTHING), Set.of(NOTHING));
}
