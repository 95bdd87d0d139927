package org.thun.registry.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thun.documents.DocumentOwner;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.registry.Registers;

/** Evidence files of records: read with the record, added by the centre, gone from sight when a person withdraws. */
@Component
class EvidenceFiles implements DocumentOwner {

    private final RecordMapper records;

    EvidenceFiles(RecordMapper records) {
        this.records = records;
    }

    @Override
    public String objectType() {
        return Registers.OBJECT_TYPE;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> readable(Collection<String> objectIds, Actor actor) {
        return objectIds.isEmpty() ? Set.of() : records.withFiles(objectIds, reach(Action.READ, actor));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayAdd(String objectId, Actor actor) {
        return !records.withFiles(List.of(objectId), reach(Action.EDIT, actor)).isEmpty();
    }

    @Override
    public String path(String objectId) {
        return "/registers/records/" + objectId;
    }

    private static Within reach(Action action, Actor actor) {
        return Within.of(actor.reach(action, ObjectKind.REGISTRY_RECORD));
    }
}
