package org.thun.registry.internal;

import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Scope;

/** Where a row belongs and who may see it. */
final class Access {

    private Access() {}

    static Scope scope(RecordRow row) {
        return Scope.ofGrant(row.programmeKey(), row.organisationId(), row.grantId()).atCentre(row.centreCode());
    }

    static boolean sees(Actor actor, RecordRow row) {
        return actor.may(Action.READ, ObjectKind.REGISTRY_RECORD, scope(row));
    }
}
