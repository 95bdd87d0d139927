package org.thun.registry.internal;

import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Scope;
import org.thun.registry.RegisterRecord;

/** Where a row belongs and who may see it. */
final class Access {

    private Access() {}

    static Scope scope(RecordRow row) {
        return Scope.ofGrant(row.programmeKey(), row.organisationId(), row.grantId()).atCentre(row.centreCode());
    }

    /** Whether a person may see what is sensitive about the people in records of that scope. */
    static boolean seesSensitive(Actor actor, Scope scope) {
        return actor.may(Action.READ, ObjectKind.SENSITIVE_DATA, scope);
    }

    /** A record without what this person may not see of the people concerned. */
    static RegisterRecord cover(RegisterRecord record, Actor actor) {
        return seesSensitive(actor, record.scope()) ? record : record.withoutSensitive();
    }

    static boolean sees(Actor actor, RecordRow row) {
        return actor.may(Action.READ, ObjectKind.REGISTRY_RECORD, scope(row));
    }
}
