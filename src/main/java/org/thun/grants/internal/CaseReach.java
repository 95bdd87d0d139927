package org.thun.grants.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Reach;

/**
 * Whose case files a person may open: those of grants whose agreement or activity plan the person may read. A centre reads
 * the plan it works by, but not the agreement.
 */
final class CaseReach {

    private CaseReach() {}

    static Reach of(Actor actor) {
        List<Reach> reaches = List.of(actor.reach(Action.READ, ObjectKind.AGREEMENT),
                actor.reach(Action.READ, ObjectKind.ACTIVITY_PLAN));
        return new Reach(
                reaches.stream().anyMatch(Reach::all),
                union(reaches, Reach::programmeKeys),
                union(reaches, Reach::organisationIds),
                union(reaches, Reach::grantIds),
                union(reaches, Reach::centreIds));
    }

    private static Set<String> union(List<Reach> reaches, Function<Reach, Set<String>> part) {
        Set<String> all = new HashSet<>();
        reaches.forEach(reach -> all.addAll(part.apply(reach)));
        return all;
    }
}
