package org.thun.activities.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.activities.MentorVisit;
import org.thun.activities.MentorVisits;
import org.thun.activities.VisitState;
import org.thun.grants.CasePanel;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.FactSheet.Table;

/** Visits of the mentor and the risk found, on the overview of the case file; not for readers of accepted data (BR-50). */
@Component
class VisitPanel implements CasePanel {

    private final MentorVisits visits;

    VisitPanel(MentorVisits visits) {
        this.visits = visits;
    }

    @Override
    public int order() {
        return 210;
    }

    @Override
    public List<Section> sections(Grant grant, Actor actor) {
        boolean reads = grant.effectiveFrom() != null
                && actor.may(Action.READ, ObjectKind.ACTIVITY_REPORT, grant.scope())
                && !actor.readsAcceptedOnly(ObjectKind.ACTIVITY_REPORT, grant.scope());
        List<MentorVisit> all = reads ? visits.ofGrant(grant.id()) : List.of();
        if (all.isEmpty()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        visits.riskScore(grant.id()).ifPresent(score -> facts.add(Fact.of("activities.visit.score", score + " / 18")));
        all.stream()
                .filter(visit -> visit.state() == VisitState.PLANNED || visit.state() == VisitState.DUE)
                .findFirst()
                .ifPresent(visit -> facts.add(Fact.of("activities.visit.next", visit.dueOn())));
        List<List<Object>> rows = all.stream()
                .filter(visit -> visit.note() != null)
                .map(visit -> Table.row(visit.no(), visit.note().visitedOn(), visit.note().risk().score(),
                        visit.note().opinion(), visit.note().problems()))
                .toList();
        Table table = rows.isEmpty() ? null : new Table(List.of("activities.visit.no", "activities.visit.visitedOn",
                "activities.visit.score", "activities.visit.opinion", "activities.visit.problems"), rows);
        return List.of(new Section("activities.visit.title", facts, table, List.of()));
    }
}
