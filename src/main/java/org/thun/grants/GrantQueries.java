package org.thun.grants;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.identity.Actor;

/** Lists of grants, within the reach of who asks. */
public interface GrantQueries {

    /** One page of the grants of a filter, newest first. */
    GrantList list(Actor actor, GrantFilter filter, int offset, int limit);

    /** Keys of the programmes whose grants this person may see. */
    List<String> programmes(Actor actor);

    /** Account of the person who leads the project for the grantee; empty for a grant that does not exist. */
    Optional<String> leadOf(String grantId);

    /** The day the case file was opened, for the system's own work. */
    LocalDate openedOn(String grantId);

    /**
     * Which grants to list.
     *
     * @param programmeKey only of this programme, or {@code null}
     * @param state only in this state, or {@code null}
     * @param text words in title, number or grantee, or {@code null}; a blank text asks for nothing
     */
    record GrantFilter(String programmeKey, GrantState state, String text) {

        public static final GrantFilter ALL = new GrantFilter(null, null, null);

        public GrantFilter {
            text = text == null || text.isBlank() ? null : text.strip();
        }
    }

    /**
     * One page of a list.
     *
     * @param grants the rows
     * @param total rows on all pages
     */
    record GrantList(List<Grant> grants, long total) {}
}
