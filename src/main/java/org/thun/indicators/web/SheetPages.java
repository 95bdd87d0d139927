package org.thun.indicators.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.IndicatorTargets;
import org.thun.indicators.Measurement;
import org.thun.indicators.web.IndicatorView.Opened;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.Indicator;
import org.thun.programmes.PhasePoint;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.web.NotFound;

/** The reference sheet of an indicator: what it means, by which rules it counts, and what was promised when (BR-25). */
@Controller
class SheetPages {

    private final CasePages cases;
    private final IndicatorView view;
    private final IndicatorQueries indicators;
    private final IndicatorTargets targets;

    SheetPages(CasePages cases, IndicatorView view, IndicatorQueries indicators, IndicatorTargets targets) {
        this.cases = cases;
        this.view = view;
        this.indicators = indicators;
        this.targets = targets;
    }

    /** What should be reached by the end of a month. */
    record Phase(int month, LocalDate day, BigDecimal percent, BigDecimal value) {}

    @GetMapping("/grants/{grantId}/indicators/{indicatorId}/sheet")
    String sheet(@PathVariable String grantId, @PathVariable String indicatorId, Actor actor, Model model) {
        return show(view.open(grantId, null, actor), indicatorId, actor, model);
    }

    private String show(Opened opened, String indicatorId, Actor actor, Model model) {
        Grant grant = opened.grant();
        ProgrammeDefinition definition = opened.definition();
        Measurement measurement = indicators.measure(grant, indicatorId, opened.day())
                .orElseThrow(() -> new NotFound("indicator " + indicatorId));
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        model.addAttribute("measurement", measurement);
        model.addAttribute("unit", definition.label(ProgrammeDefinition.UNITS, measurement.indicator().unit()));
        model.addAttribute("breakdowns", indicators.breakdowns(grant, indicatorId).values());
        model.addAttribute("roleName", roleName(definition, measurement.indicator()));
        model.addAttribute("policy", definition.registry());
        model.addAttribute("phases", phases(opened, measurement));
        model.addAttribute("history", targets.history(grant, indicatorId));
        model.addAttribute("mayAsk", targets.mayAsk(grant, actor));
        return "indicators/sheet";
    }

    private static Object roleName(ProgrammeDefinition definition, Indicator indicator) {
        return indicator.source() == null || indicator.source().role() == null
                ? null
                : definition.label(ProgrammeDefinition.PERSON_ROLES, indicator.source().role());
    }

    private List<Phase> phases(Opened opened, Measurement at) {
        if (at.baseline() == null || at.target() == null) {
            return List.of();
        }
        Grant grant = opened.grant();
        GrantCalendar calendar =
                new GrantCalendar(opened.definition(), grant.months().start(), grant.durationMonths());
        List<PhasePoint> points = indicators.phases(grant, at.indicator().id(), opened.day());
        return points.stream()
                .map(point -> {
                    LocalDate day = calendar.month(point.month()).to();
                    return new Phase(point.month(), day, point.percent(),
                            calendar.phasedTarget(points, at.baseline(), at.target(), day));
                })
                .toList();
    }
}
