package org.thun.workflow.web;

import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Scope;
import org.thun.web.NotFound;

/** Who sees the screens of this module. */
final class Administrators {

    private Administrators() {}

    static boolean includes(Actor actor) {
        return actor.may(Action.READ, ObjectKind.ADMINISTRATION, Scope.GLOBAL);
    }

    /** For others there is no such page. */
    static void require(Actor actor) {
        if (!includes(actor)) {
            throw new NotFound("administration, for " + actor.username());
        }
    }
}
