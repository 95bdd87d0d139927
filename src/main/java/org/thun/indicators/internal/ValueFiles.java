package org.thun.indicators.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thun.documents.DocumentOwner;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.indicators.EnteredMeasurements;
import org.thun.indicators.MeasuredEntry;

/** Evidence files of entered values: added by who enters for the place, read by everybody but readers of sums. */
@Component
class ValueFiles implements DocumentOwner {

    private final ValueMapper entries;
    private final EnteredMeasurements desk;
    private final Grants grants;

    ValueFiles(ValueMapper entries, EnteredMeasurements desk, Grants grants) {
        this.entries = entries;
        this.desk = desk;
        this.grants = grants;
    }

    @Override
    public String objectType() {
        return MeasuredEntry.OBJECT_TYPE;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> readable(Collection<String> objectIds, Actor actor) {
        return objectIds.isEmpty() ? Set.of() : entries.all(objectIds).stream()
                .filter(row -> grants.find(row.grantId(), actor).filter(reads(row, actor)).isPresent())
                .map(EntryRow::id)
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayAdd(String objectId, Actor actor) {
        return entries.all(List.of(objectId)).stream()
                .filter(row -> row.state().open())
                .anyMatch(row -> grants.find(row.grantId(), actor)
                        .filter(grant -> desk.placesOf(grant, actor).contains(row.place()))
                        .isPresent());
    }

    @Override
    public String path(String objectId) {
        return entries.find(objectId)
                .map(row -> "/grants/" + row.grantId() + "/indicators/" + row.indicatorId() + "/entries")
                .orElse("/");
    }

    private Predicate<Grant> reads(EntryRow row, Actor actor) {
        return grant -> actor.may(Action.READ, ObjectKind.MEASUREMENT, grant.scope())
                && !actor.seesAggregatesOnly(ObjectKind.REGISTRY_RECORD, grant.scope())
                && (row.approvedAt() != null || desk.placesOf(grant, actor).contains(row.place())
                        || actor.may(Action.CHECK, ObjectKind.MEASUREMENT, grant.scope())
                        || desk.mayApprove(grant, actor));
    }
}
