package org.thun.indicators.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.grants.CasePanel;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.shared.BusinessClock;
import org.thun.tasks.FactSheet;

/** The indicators on the overview of a case: how each stands today, in words. */
@Component
class IndicatorsPanel implements CasePanel {

    private final IndicatorsTab tab;
    private final IndicatorQueries indicators;
    private final BusinessClock clock;

    IndicatorsPanel(IndicatorsTab tab, IndicatorQueries indicators, BusinessClock clock) {
        this.tab = tab;
        this.indicators = indicators;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<FactSheet.Section> sections(Grant grant, Actor actor) {
        if (!tab.visibleTo(actor, grant)) {
            return List.of();
        }
        List<Measurement> measurements = indicators.measure(grant, clock.today());
        return List.of(FactSheet.Section.table("indicators.panel",
                new FactSheet.Table(List.of("indicators.column.indicator", "indicators.column.actual",
                        "indicators.column.phased", "indicators.column.status"),
                        measurements.stream().map(IndicatorsPanel::row).toList(),
                        measurements.stream().map(at -> IndicatorPages.path(grant, at.indicator().id())).toList())));
    }

    private static List<Object> row(Measurement at) {
        return FactSheet.Table.row(at.indicator().title(), at.actual(), at.phasedTarget(), at.status());
    }
}
