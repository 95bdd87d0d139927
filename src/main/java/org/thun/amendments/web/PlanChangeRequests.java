package org.thun.amendments.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.thun.activities.PlanChange;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.AmendmentKind;
import org.thun.grants.Grant;
import org.thun.identity.Actor;

/** Moving a bar of the plan drafts an amendment. */
@Component
class PlanChangeRequests implements PlanChange {

    private final AmendmentDesk desk;

    PlanChangeRequests(AmendmentDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean mayAsk(Grant grant, Actor actor) {
        return grant.effectiveFrom() != null && desk.offers(grant, actor).stream()
                .anyMatch(offer -> offer.kind() == AmendmentKind.ACTIVITY_MOVE && offer.open());
    }

    @Override
    public Optional<String> page(Grant grant, Move move, Actor actor) {
        return mayAsk(grant, actor)
                ? Optional.of(UriComponentsBuilder.fromPath(grant.path() + "/amendments/new")
                        .queryParam("type", "ACTIVITY")
                        .queryParam("occurrence", move.occurrenceId())
                        .queryParam("from", move.from())
                        .queryParam("to", move.to())
                        .toUriString())
                : Optional.empty();
    }

    @Override
    public Optional<String> pageToAdd(Grant grant, Actor actor) {
        boolean open = grant.effectiveFrom() != null && desk.offers(grant, actor).stream()
                .anyMatch(offer -> offer.kind() == AmendmentKind.ACTIVITY_ADD && offer.open());
        return open
                ? Optional.of(grant.path() + "/amendments/new?type=" + AmendmentKind.ACTIVITY_ADD)
                : Optional.empty();
    }
}
