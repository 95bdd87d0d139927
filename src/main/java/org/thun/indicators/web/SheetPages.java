package org.thun.indicators.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.IndicatorTargets;
import org.thun.indicators.IndicatorTargets.Proposal;
import org.thun.indicators.Measurement;
import org.thun.indicators.web.IndicatorView.Opened;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.Indicator;
import org.thun.programmes.PhasePoint;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDates;
import org.thun.shared.ThaiDigits;
import org.thun.web.Flash;
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

    /** What was typed into the form for a change. */
    record Typed(String baseline, String target, String holdsFrom, String amendment, String reason) {}

    @GetMapping("/grants/{grantId}/indicators/{indicatorId}/sheet")
    String sheet(@PathVariable String grantId, @PathVariable String indicatorId, Actor actor, Model model) {
        return show(view.open(grantId, null, actor), indicatorId, null, List.of(), actor, model);
    }

    @PostMapping("/grants/{grantId}/indicators/{indicatorId}/targets")
    String propose(@PathVariable String grantId, @PathVariable String indicatorId, Typed typed, Actor actor, Model model,
            RedirectAttributes redirect) {
        Opened opened = view.open(grantId, null, actor);
        List<Problem> problems = new ArrayList<>();
        Proposal proposal = new Proposal(indicatorId, number(typed.baseline(), "baseline", problems),
                number(typed.target(), "target", problems), day(typed.holdsFrom(), problems), typed.amendment(),
                typed.reason());
        Outcome<String> outcome =
                problems.isEmpty() ? targets.propose(opened.grant(), proposal, actor) : Outcome.refused(problems);
        if (!outcome.isDone()) {
            return show(opened, indicatorId, typed, outcome.problems(), actor, model);
        }
        Flash.good(redirect, "indicators.target.proposed");
        return back(opened.grant(), indicatorId);
    }

    @PostMapping("/grants/{grantId}/indicators/{indicatorId}/targets/{changeId}")
    String decide(@PathVariable String grantId, @PathVariable String indicatorId, @PathVariable String changeId,
            @RequestParam boolean approve, Actor actor, Model model, RedirectAttributes redirect) {
        Opened opened = view.open(grantId, null, actor);
        Outcome<Void> outcome = targets.decide(opened.grant(), changeId, approve, actor);
        if (!outcome.isDone()) {
            return show(opened, indicatorId, null, outcome.problems(), actor, model);
        }
        Flash.good(redirect, approve ? "indicators.target.approved" : "indicators.target.refused");
        return back(opened.grant(), indicatorId);
    }

    private String show(Opened opened, String indicatorId, Typed typed, List<Problem> problems, Actor actor, Model model) {
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
        model.addAttribute("mayPropose", targets.mayPropose(grant, actor));
        model.addAttribute("mayDecide", targets.mayDecide(grant, actor));
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
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

    private static BigDecimal number(String typed, String field, List<Problem> problems) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(ThaiDigits.toWestern(typed).strip().replace(",", ""));
        } catch (NumberFormatException e) {
            problems.add(Problem.at(field, "indicators.problem.number"));
            return null;
        }
    }

    private static LocalDate day(String typed, List<Problem> problems) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return ThaiDates.parse(typed);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.at("holdsFrom", "indicators.problem.day"));
            return null;
        }
    }

    private static String back(Grant grant, String indicatorId) {
        return "redirect:" + IndicatorPages.path(grant, indicatorId) + "/sheet";
    }
}
