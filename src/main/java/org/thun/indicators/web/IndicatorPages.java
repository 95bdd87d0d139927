package org.thun.indicators.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.indicators.CentreFigures;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.indicators.RegionFigures;
import org.thun.indicators.TrendPoint;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.CodeItem;
import org.thun.registry.CountFilter;
import org.thun.registry.RegistryCounts;
import org.thun.registry.RegistryCounts.Evidence;
import org.thun.shared.BusinessClock;
import org.thun.web.NotFound;
import org.thun.web.Paging;

/** The indicators of a case, the comparison of its centres, and the way from a number down to its evidence. */
@Controller
class IndicatorPages {

    private static final int PAGE_SIZE = 50;

    private final CasePages cases;
    private final IndicatorQueries indicators;
    private final RegistryCounts counts;
    private final Charts charts;
    private final BusinessClock clock;

    IndicatorPages(CasePages cases, IndicatorQueries indicators, RegistryCounts counts, Charts charts,
            BusinessClock clock) {
        this.cases = cases;
        this.indicators = indicators;
        this.counts = counts;
        this.charts = charts;
        this.clock = clock;
    }

    /** A region with what it has added and the centres that added it. */
    record RegionPart(CodeItem region, Long counted, List<CentrePart> centres) {}

    /** A centre with what it has added. */
    record CentrePart(CentreDefinition centre, long counted) {}

    @GetMapping("/grants/{grantId}/indicators")
    String all(@PathVariable String grantId, @RequestParam(required = false) String asOf, Actor actor, Model model) {
        Grant grant = cases.open(grantId, IndicatorsTab.PATH, actor);
        AsOf day = head(grant, asOf, actor, model);
        List<Measurement> measurements = indicators.measure(grant, day.day());
        model.addAttribute("measurements", measurements);
        model.addAttribute("chart", charts.standing(measurements));
        return "indicators/list";
    }

    @GetMapping("/grants/{grantId}/indicators/centres")
    String centres(@PathVariable String grantId, @RequestParam(required = false) String asOf, Actor actor,
            Model model) {
        Grant grant = cases.open(grantId, IndicatorsTab.PATH, actor);
        AsOf day = head(grant, asOf, actor, model);
        List<CentreFigures> figures = indicators.byCentre(grant, day.day());
        model.addAttribute("measurements", indicators.measure(grant, day.day()));
        model.addAttribute("regions", indicators.byRegion(grant, day.day()));
        model.addAttribute("centres", figures.stream()
                .collect(Collectors.groupingBy(each -> each.centre().region())));
        return "indicators/centres";
    }

    @GetMapping("/grants/{grantId}/indicators/{indicatorId}")
    String explain(@PathVariable String grantId, @PathVariable String indicatorId,
            @RequestParam(required = false) String asOf, @RequestParam(required = false) String centre,
            @RequestParam(required = false) Integer page, Actor actor, Model model) {
        Grant grant = cases.open(grantId, IndicatorsTab.PATH, actor);
        AsOf day = head(grant, asOf, actor, model);
        Measurement measurement = indicators.measure(grant, indicatorId, day.day())
                .orElseThrow(() -> new NotFound("indicator " + indicatorId));
        model.addAttribute("measurement", measurement);
        if (measurement.unmeasured() == null) {
            List<CentreFigures> figures = indicators.byCentre(grant, day.day());
            List<TrendPoint> trend = indicators.trend(grant, indicatorId, day.day());
            model.addAttribute("trend", trend);
            model.addAttribute("chart", charts.course(trend));
            model.addAttribute("regions", regions(grant, day, figures, indicatorId));
            if (centre != null && !centre.isBlank()) {
                addEvidence(grant, measurement, day, chosen(figures, centre), Paging.pageOf(page), actor, model);
            }
        }
        return "indicators/explain";
    }

    private AsOf head(Grant grant, String asOf, Actor actor, Model model) {
        AsOf day = AsOf.read(asOf, grant, clock.today());
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        model.addAttribute("asOf", day);
        return day;
    }

    private void addEvidence(Grant grant, Measurement measurement, AsOf day, CentreFigures chosen, int page, Actor actor,
            Model model) {
        String code = chosen.centre().code();
        CountFilter filter = new CountFilter(measurement.indicator().source().register(),
                measurement.indicator().source().role());
        RegistryCounts.Page<Evidence> evidence =
                counts.evidence(grant.id(), filter, code, day.day(), actor, page, PAGE_SIZE);
        model.addAttribute("centre", chosen.centre());
        model.addAttribute("centreCounted", chosen.of(measurement.indicator().id()));
        model.addAttribute("readsRecords",
                actor.may(Action.READ, ObjectKind.REGISTRY_RECORD, grant.scope().atCentre(code)));
        model.addAttribute("evidence", evidence.rows());
        model.addAttribute("paging", new Paging(page, PAGE_SIZE, evidence.total()));
    }

    private List<RegionPart> regions(Grant grant, AsOf day, List<CentreFigures> figures, String indicatorId) {
        Map<String, List<CentreFigures>> byRegion =
                figures.stream().collect(Collectors.groupingBy(each -> each.centre().region()));
        List<RegionPart> parts = new ArrayList<>();
        for (RegionFigures region : indicators.byRegion(grant, day.day())) {
            parts.add(new RegionPart(region.region(), region.of(indicatorId),
                    byRegion.getOrDefault(region.region().code(), List.of()).stream()
                            .filter(each -> each.of(indicatorId) != null)
                            .map(each -> new CentrePart(each.centre(), each.of(indicatorId)))
                            .toList()));
        }
        return parts;
    }

    private static CentreFigures chosen(List<CentreFigures> figures, String code) {
        return figures.stream()
                .filter(each -> each.centre().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("centre " + code));
    }
}
