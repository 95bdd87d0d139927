package org.thun.activities.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.grants.CasePanel;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;

/** How far the activities are, on the overview of the case file. */
@Component
class PlanPanel implements CasePanel {

    private final PlanTab tab;
    private final PlanReader plans;

    PlanPanel(PlanTab tab, PlanReader plans) {
        this.tab = tab;
        this.plans = plans;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public List<Section> sections(Grant grant, Actor actor) {
        if (!tab.visibleTo(actor, grant)) {
            return List.of();
        }
        List<Occurrence> occurrences = plans.occurrences(grant, actor);
        long settled = occurrences.stream().filter(o -> o.state() == OccurrenceState.ACCEPTED).count();
        long owed = occurrences.stream().filter(o -> o.state() != OccurrenceState.CANCELLED).count();
        List<String> late = occurrences.stream()
                .filter(Occurrence::isLate)
                .map(occurrence -> occurrence.activityCode() + " (" + occurrence.no() + ")")
                .toList();
        String link = grant.path() + "/" + tab.path();
        return List.of(Section.facts("activities.panel.title",
                new Fact("activities.panel.accepted", settled + " / " + owed, link),
                new Fact("activities.panel.late", late, late.isEmpty() ? null : link)));
    }
}
