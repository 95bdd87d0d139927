package org.thun.grants;

import org.thun.identity.Actor;

/**
 * A page of the case file that a module brings along. The page itself is served by that module under
 * {@code /grants/{id}/<path>} and begins with the fragment {@code grants/case :: head(grant, tabs, '<path>')}.
 */
public interface CaseTab {

    /** Place among the tabs; the overview is 0. */
    int order();

    /** Last part of the address; empty for the overview, which stands at the address of the case itself. */
    String path();

    /** Key of its name. */
    String messageKey();

    /** Whether this person may see that page of that grant. */
    boolean visibleTo(Actor actor, Grant grant);
}
