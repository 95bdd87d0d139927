package org.thun.registry.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.thun.documents.DocumentOwner;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.registry.RecordState;
import org.thun.registry.RegisterRecord;
import org.thun.registry.Registers;

/** Evidence files of records: read with the record, added by the centre, gone from sight when a person withdraws. */
@Component
class EvidenceFiles implements DocumentOwner {

    private final Registers registers;

    EvidenceFiles(Registers registers) {
        this.registers = registers;
    }

    @Override
    public String objectType() {
        return Registers.OBJECT_TYPE;
    }

    @Override
    public boolean mayRead(String objectId, Actor actor) {
        return record(objectId, actor).isPresent();
    }

    @Override
    public boolean mayAdd(String objectId, Actor actor) {
        return record(objectId, actor)
                .filter(record -> actor.may(Action.EDIT, ObjectKind.REGISTRY_RECORD, record.scope()))
                .isPresent();
    }

    @Override
    public String path(String objectId) {
        return "/registers/records/" + objectId;
    }

    private Optional<RegisterRecord> record(String id, Actor actor) {
        return registers.find(id, actor).filter(record -> record.state() != RecordState.WITHDRAWN);
    }
}
