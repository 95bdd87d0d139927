package org.thun.amendments.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thun.amendments.MassAmendment;
import org.thun.amendments.MassAmendment.Area;
import org.thun.amendments.MassAmendment.Hand;
import org.thun.amendments.MassAmendment.Relief;
import org.thun.amendments.internal.MassMapper.MassRow;
import org.thun.documents.DocumentOwner;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.Scope;

/** Reads decisions for many grants, and says who may see them and the files that prove them. */
@Component
class MassBook implements DocumentOwner {

    /** Who drafts and decides for a whole programme. */
    static final List<Role> DRAFTERS = List.of(Role.PO, Role.AP);

    private final MassMapper masses;

    MassBook(MassMapper masses) {
        this.masses = masses;
    }

    static boolean mayUse(String programmeKey, Actor actor) {
        return actor.firstHeld(DRAFTERS, Scope.ofProgramme(programmeKey)).isPresent();
    }

    static MassAmendment mass(MassRow row) {
        return new MassAmendment(row.id(), row.programmeKey(), row.massNo(), row.state(),
                new Area(codes(row.regions()), codes(row.provinces())),
                new Relief(row.spanFrom(), row.spanTo(), row.addMonths(), row.moveMonths(), row.moveBars(), row.dueDays(),
                        row.standstill(), row.resumeOn(), row.addDays()),
                row.weight(), row.reason(), row.letter(), row.resolutionNo(),
                new Hand(row.draftedBy(), row.draftedByName(), row.draftedAt()),
                row.sentBy() == null ? null : new Hand(row.sentBy(), row.sentByName(), row.sentAt()),
                row.decidedBy() == null ? null : new Hand(row.decidedBy(), row.decidedByName(), row.decidedAt()),
                row.comments(), row.stepDueOn(), row.wave());
    }

    static List<String> codes(String joined) {
        return Arrays.stream(joined.split(",")).filter(code -> !code.isEmpty()).toList();
    }

    @Override
    public String objectType() {
        return MassAmendment.OBJECT_TYPE;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> readable(Collection<String> objectIds, Actor actor) {
        return objectIds.stream()
                .filter(id -> masses.find(id).filter(row -> mayUse(row.programmeKey(), actor)).isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayAdd(String objectId, Actor actor) {
        return masses.find(objectId)
                .filter(row -> row.state().drafting() && mayUse(row.programmeKey(), actor))
                .isPresent();
    }

    @Override
    public String path(String objectId) {
        return "/amendments/" + objectId;
    }
}
