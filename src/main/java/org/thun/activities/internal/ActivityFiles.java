package org.thun.activities.internal;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thun.activities.ActivityDelivery;
import org.thun.activities.OccurrenceState;
import org.thun.activities.internal.ActivityMapper.OccurrenceRow;
import org.thun.documents.DocumentOwner;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;

/**
 * Evidence of an occurrence: files, and pictures taken with a phone. Added by the grantee while it is being held or
 * reported; the funder's reader sees them once the report is accepted (BR-50).
 */
@Component
class ActivityFiles implements DocumentOwner {

    private static final Set<OccurrenceState> OPEN =
            EnumSet.of(OccurrenceState.READY, OccurrenceState.IN_PROGRESS, OccurrenceState.DONE);

    private final ActivityMapper activities;
    private final Grants grants;

    ActivityFiles(ActivityMapper activities, Grants grants) {
        this.activities = activities;
        this.grants = grants;
    }

    @Override
    public String objectType() {
        return ActivityDelivery.OBJECT_TYPE;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> readable(Collection<String> objectIds, Actor actor) {
        return objectIds.isEmpty()
                ? Set.of()
                : activities.all(objectIds).stream()
                        .filter(row -> reads(row, actor))
                        .map(OccurrenceRow::id)
                        .collect(Collectors.toSet());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayAdd(String objectId, Actor actor) {
        return activities.find(objectId)
                .filter(row -> OPEN.contains(row.state()))
                .flatMap(row -> grants.find(row.grantId(), actor))
                .filter(grant -> actor.may(Action.CREATE, ObjectKind.ACTIVITY_REPORT, grant.scope())
                        || actor.may(Action.SUBMIT, ObjectKind.ACTIVITY_REPORT, grant.scope()))
                .isPresent();
    }

    @Override
    public String path(String objectId) {
        OccurrenceRow row = activities.find(objectId).orElseThrow();
        return "/grants/" + row.grantId() + "/plan/" + row.id();
    }

    private boolean reads(OccurrenceRow row, Actor actor) {
        Optional<Grant> grant = grants.find(row.grantId(), actor)
                .filter(found -> actor.may(Action.READ, ObjectKind.ACTIVITY_REPORT, found.scope()));
        return grant.isPresent()
                && (row.state() == OccurrenceState.ACCEPTED
                        || !actor.readsAcceptedOnly(ObjectKind.ACTIVITY_REPORT, grant.get().scope()));
    }
}
