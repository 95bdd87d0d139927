package org.thun.web;

import org.thun.identity.Actor;

/**
 * A place in the main navigation. A feature offers its places as beans of this type; the layout shows them in order.
 */
public interface NavigationEntry {

    /** Position, ascending: 100 my work, 200 grants, 300 programmes, …; leave room between. */
    int order();

    /** Address inside the application, such as {@code /grants}; the entry is current on every page below it. */
    String path();

    /** Key of its name in the message bundles. */
    String messageKey();

    /** Whether this person has anything to do there. */
    boolean visibleTo(Actor actor);

    /** An entry that needs no class of its own. */
    static NavigationEntry of(int order, String path, String messageKey, java.util.function.Predicate<Actor> visible) {
        return new NavigationEntry() {
            @Override
            public int order() {
                return order;
            }

            @Override
            public String path() {
                return path;
            }

            @Override
            public String messageKey() {
                return messageKey;
            }

            @Override
            public boolean visibleTo(Actor actor) {
                return visible.test(actor);
            }
        };
    }
}
