package org.thun.progress.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.grants.CasePanel;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.progress.PeriodReport;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;

/** Where the period reports stand, on the overview of the case file. */
@Component
class ReportPanel implements CasePanel {

    private final ReportsTab tab;
    private final ReportReader reader;

    ReportPanel(ReportsTab tab, ReportReader reader) {
        this.tab = tab;
        this.reader = reader;
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public List<Section> sections(Grant grant, Actor actor) {
        if (!tab.visibleTo(actor, grant)) {
            return List.of();
        }
        List<PeriodReport> reports = reader.reports(grant, actor);
        String link = grant.path() + "/" + tab.path();
        long accepted = reports.stream().filter(PeriodReport::accepted).count();
        boolean readable = !ReportReader.acceptedOnly(grant, actor);
        PeriodReport next =
                reports.stream().filter(report -> !report.accepted()).findFirst().orElse(null);
        return List.of(Section.facts("progress.reports.title",
                new Fact("progress.panel.accepted", accepted + " / " + reports.size(), link),
                new Fact("progress.panel.next", next == null ? null : next.no(),
                        next == null || !readable ? null : link + "/" + next.no()),
                Fact.of("progress.panel.nextState", next == null ? null : next.state()),
                Fact.of("progress.panel.nextDue", next == null ? null : next.dueOn())));
    }
}
