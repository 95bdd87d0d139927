package org.thun.amendments.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thun.amendments.Amendment;
import org.thun.amendments.Amendment.Call;
import org.thun.amendments.Amendment.Decision;
import org.thun.amendments.Amendment.Numbered;
import org.thun.amendments.Amendment.Origin;
import org.thun.amendments.AmendmentState;
import org.thun.amendments.internal.AmendmentMapper.Row;
import org.thun.documents.DocumentOwner;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Role;

/** Reads amendments, and says who may read and write them and the files that go with them. */
@Component
class AmendmentBook implements DocumentOwner {

    private final AmendmentMapper amendments;
    private final PartCodec parts;
    private final Grants grants;

    AmendmentBook(AmendmentMapper amendments, PartCodec parts, Grants grants) {
        this.amendments = amendments;
        this.parts = parts;
        this.grants = grants;
    }

    List<Amendment> ofGrant(Grant grant, Actor actor) {
        return amendments.ofGrant(grant.id()).stream()
                .filter(row -> mayRead(grant, row.state(), actor))
                .map(this::amendment)
                .toList();
    }

    Optional<Amendment> find(Grant grant, String id, Actor actor) {
        return amendments.find(id)
                .filter(row -> row.grantId().equals(grant.id()) && mayRead(grant, row.state(), actor))
                .map(this::amendment);
    }

    Amendment amendment(Row row) {
        return new Amendment(row.id(), row.grantId(), row.amendmentNo(), row.origin(), row.state(), row.weight(),
                row.reason(), row.letter(), row.wantedOn(), row.late(), row.draftedBy(), row.draftedByName(),
                row.draftedAt(), row.sentBy(), row.sentByName(), row.sentOn(), row.stepDueOn(),
                row.calledOn() == null ? null : new Call(row.calledOn(), row.spokeWith()), row.resolutionNo(),
                row.stuck(), row.inForceOn(), row.agreementVersion(), row.massId(),
                amendments.parts(row.id()).stream()
                        .map(part -> new Numbered(part.partNo(), parts.read(part.kind(), part.content())))
                        .toList(),
                amendments.decisions(row.id()).stream()
                        .map(decision -> new Decision(decision.step(), decision.decision(), decision.comments(),
                                decision.accountId(), decision.accountName(), decision.roleCode(), decision.decidedAt(),
                                decision.voided()))
                        .toList());
    }

    boolean mayRead(Grant grant, AmendmentState state, Actor actor) {
        return actor.may(Action.READ, ObjectKind.AMENDMENT, grant.scope())
                && (state == AmendmentState.IN_FORCE
                        || !actor.readsAcceptedOnly(ObjectKind.AMENDMENT, grant.scope()));
    }

    /** In whose name a person drafts; empty for people who do not. */
    static Optional<Origin> originOf(Grant grant, Actor actor) {
        if (actor.may(Action.CREATE, ObjectKind.AMENDMENT, grant.scope())) {
            return Optional.of(Origin.GRANTEE);
        }
        return actor.holds(Role.PO, grant.scope()) ? Optional.of(Origin.FUNDER) : Optional.empty();
    }

    static boolean mayDraft(Grant grant, Origin origin, Actor actor) {
        return switch (origin) {
            case GRANTEE -> actor.may(Action.CREATE, ObjectKind.AMENDMENT, grant.scope())
                    || actor.may(Action.EDIT, ObjectKind.AMENDMENT, grant.scope());
            case FUNDER -> actor.holds(Role.PO, grant.scope());
            case MASS -> false;
        };
    }

    @Override
    public String objectType() {
        return Amendment.OBJECT_TYPE;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> readable(Collection<String> objectIds, Actor actor) {
        return objectIds.stream()
                .filter(id -> amendments.find(id)
                        .filter(row -> grants.find(row.grantId(), actor)
                                .filter(grant -> mayRead(grant, row.state(), actor))
                                .isPresent())
                        .isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayAdd(String objectId, Actor actor) {
        return amendments.find(objectId)
                .filter(row -> row.state().drafting())
                .flatMap(row -> grants.find(row.grantId(), actor).filter(grant -> mayDraft(grant, row.origin(), actor)))
                .isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public String path(String objectId) {
        Row row = amendments.find(objectId).orElseThrow(() -> new IllegalArgumentException("no amendment " + objectId));
        return "/grants/" + row.grantId() + "/amendments/" + row.id();
    }
}
