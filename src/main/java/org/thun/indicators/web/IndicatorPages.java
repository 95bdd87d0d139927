package org.thun.indicators.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.thun.documents.Documents;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.indicators.CentreFigures;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.indicators.NumberCodes;
import org.thun.indicators.NumberCodes.PrintedFigure;
import org.thun.indicators.Place;
import org.thun.indicators.TrendPoint;
import org.thun.indicators.web.IndicatorView.Looked;
import org.thun.indicators.web.IndicatorView.Opened;
import org.thun.registry.Registers;
import org.thun.registry.RegistryCounts;
import org.thun.registry.RegistryCounts.DuplicateFigures;
import org.thun.registry.RegistryCounts.Evidence;
import org.thun.web.Paging;

/** The indicators of a case, the comparison of its centres, and the way from a number down to its evidence. */
@Controller
class IndicatorPages {

    private static final int PAGE_SIZE = 25;

    private final CasePages cases;
    private final IndicatorView view;
    private final IndicatorQueries indicators;
    private final RegistryCounts counts;
    private final Documents documents;
    private final NumberCodes codes;
    private final Charts charts;

    IndicatorPages(CasePages cases, IndicatorView view, IndicatorQueries indicators, RegistryCounts counts,
            Documents documents, NumberCodes codes, Charts charts) {
        this.cases = cases;
        this.view = view;
        this.indicators = indicators;
        this.counts = counts;
        this.documents = documents;
        this.codes = codes;
        this.charts = charts;
    }

    /** Where the figures of an indicator are explained. */
    static String path(Grant grant, String indicatorId) {
        return grant.path() + "/indicators/" + indicatorId;
    }

    @GetMapping("/grants/{grantId}/indicators")
    String all(@PathVariable String grantId, @RequestParam(required = false) String asOf, Actor actor, Model model) {
        Opened opened = head(grantId, asOf, actor, model);
        List<Measurement> measurements = indicators.measure(opened.grant(), opened.day());
        model.addAttribute("measurements", measurements);
        model.addAttribute("chart", charts.standing(measurements));
        return "indicators/list";
    }

    @GetMapping("/grants/{grantId}/indicators/centres")
    String centres(@PathVariable String grantId, @RequestParam(required = false) String asOf, Actor actor,
            Model model) {
        Opened opened = head(grantId, asOf, actor, model);
        List<CentreFigures> figures = indicators.byCentre(opened.grant(), opened.day());
        List<Measurement> measurements = indicators.measure(opened.grant(), opened.day());
        Map<String, Parts> parts = new LinkedHashMap<>();
        measurements.forEach(at ->
                parts.put(at.indicator().id(), view.parts(opened, at.indicator().id(), figures)));
        model.addAttribute("measurements", measurements);
        model.addAttribute("parts", parts);
        model.addAttribute("regions", opened.definition().regions());
        model.addAttribute("centres", opened.definition().centres().stream()
                .collect(Collectors.groupingBy(centre -> centre.region())));
        return "indicators/centres";
    }

    @GetMapping("/grants/{grantId}/indicators/{indicatorId}")
    String explain(@PathVariable String grantId, @PathVariable String indicatorId,
            @RequestParam(required = false) String asOf, @RequestParam(required = false) String region,
            @RequestParam(required = false) String province, @RequestParam(required = false) String centre,
            @RequestParam(required = false) String by, @RequestParam(required = false) String code,
            @RequestParam(required = false) Integer page, Actor actor, Model model) {
        Opened opened = head(grantId, asOf, actor, model);
        Looked looked = view.look(opened, indicatorId, region, province, centre);
        Measurement measurement = looked.measurement();
        Place place = looked.place();
        model.addAttribute("measurement", measurement);
        model.addAttribute("place", place);
        model.addAttribute("placeName", looked.placeName());
        model.addAttribute("figure", looked.figure());
        model.addAttribute("centre", place.kind() == Place.Kind.CENTRE ? place.code() : null);
        model.addAttribute("province", place.kind() == Place.Kind.PROVINCE ? place.code() : null);
        model.addAttribute("region", place.kind() == Place.Kind.REGION ? place.code() : null);
        codes.find(code, actor)
                .filter(printed -> stands(printed, opened, looked))
                .ifPresent(printed -> model.addAttribute("printed", printed));
        if (measurement.unmeasured() == null) {
            addChain(looked, Paging.pageOf(page), actor, model);
            addFigures(looked, by, model);
        }
        return "indicators/explain";
    }

    private Opened head(String grantId, String asOf, Actor actor, Model model) {
        Opened opened = view.open(grantId, asOf, actor);
        model.addAttribute("grant", opened.grant());
        model.addAttribute("tabs", cases.tabs(opened.grant(), actor));
        model.addAttribute("asOf", opened.asOf());
        return opened;
    }

    /** From the figure to regions and centres, from these to records, files and verifiers. */
    private void addChain(Looked looked, int page, Actor actor, Model model) {
        Grant grant = looked.opened().grant();
        model.addAttribute("regions", looked.parts().regions());
        model.addAttribute("centreSum", looked.parts().sum());
        model.addAttribute("sharedCount", looked.measurement().counted() == null
                ? null
                : looked.measurement().counted() - looked.parts().sum());
        Place place = looked.place();
        if (place.isWhole() && !looked.measurement().missing()) {
            DuplicateFigures duplicates = counts.duplicates(grant.id(),
                    indicators.counts(grant, looked.indicatorId()).orElseThrow(), looked.opened().day());
            int small = looked.opened().definition().registry().smallCount();
            if (!looked.opened().hidesSmall() || !duplicates.tellsOfFew(small)) {
                model.addAttribute("duplicates", duplicates);
            }
        }
        // Lists of whole regions would be too long to check: the way down leads over a centre or a province.
        boolean narrow = place.kind() == Place.Kind.CENTRE || place.kind() == Place.Kind.PROVINCE;
        if (!narrow) {
            return;
        }
        Set<String> centres = indicators.centresOf(grant, place);
        boolean reads = centres.stream().anyMatch(centre ->
                actor.may(Action.READ, ObjectKind.REGISTRY_RECORD, grant.scope().atCentre(centre)));
        model.addAttribute("readsRecords", reads);
        if (reads) {
            RegistryCounts.Page<Evidence> evidence = counts.evidenceOf(grant.id(),
                    indicators.counts(grant, looked.indicatorId()).orElseThrow(), centres, looked.opened().day(), actor,
                    page, PAGE_SIZE);
            model.addAttribute("evidence", evidence.rows());
            model.addAttribute("files", documents.ofObjects(Registers.OBJECT_TYPE,
                    evidence.rows().stream().map(Evidence::recordId).toList(), actor));
            model.addAttribute("paging", new Paging(page, PAGE_SIZE, evidence.total()));
        }
    }

    /** Breakdown, periods, course and outlook of the place. */
    private void addFigures(Looked looked, String by, Model model) {
        Grant grant = looked.opened().grant();
        String id = looked.indicatorId();
        model.addAttribute("breakdowns", indicators.breakdowns(grant, id));
        model.addAttribute("by", by);
        if (!looked.shown()) {
            return;
        }
        if (by != null && !by.isBlank()) {
            model.addAttribute("sliced", view.sliced(looked, by));
        }
        List<TrendPoint> trend = indicators.trend(grant, id, looked.place(), looked.opened().day());
        model.addAttribute("trend", trend);
        model.addAttribute("chart", charts.course(trend, looked.measurement(), looked.place()));
        model.addAttribute("changes", indicators.changes(grant, id, looked.place(), looked.opened().day()));
        if (looked.place().isWhole()) {
            model.addAttribute("outlook", indicators.outlook(grant, id, looked.opened().day()).orElse(null));
        }
    }

    /** Whether a printed figure is the one this page explains. */
    private static boolean stands(PrintedFigure printed, Opened opened, Looked looked) {
        return printed.grantId().equals(opened.grant().id())
                && printed.figure().indicatorId().equals(looked.indicatorId())
                && printed.figure().place().equals(looked.place())
                && printed.asOf().equals(opened.day());
    }
}
