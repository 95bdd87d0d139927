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
import org.thun.indicators.AreaValue;
import org.thun.indicators.CentreFigures;
import org.thun.indicators.EnteredMeasurements;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.MeasuredEntry;
import org.thun.indicators.Measurement;
import org.thun.indicators.NumberCodes;
import org.thun.indicators.NumberCodes.PrintedFigure;
import org.thun.indicators.Place;
import org.thun.indicators.TrendPoint;
import org.thun.indicators.web.IndicatorView.Looked;
import org.thun.indicators.web.IndicatorView.Opened;
import org.thun.programmes.Indicator;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.CountFilter;
import org.thun.registry.Registers;
import org.thun.registry.RegistryCounts;
import org.thun.registry.RegistryCounts.DuplicateFigures;
import org.thun.registry.RegistryCounts.Evidence;
import org.thun.shared.LocalizedText;
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
    private final EnteredMeasurements entries;
    private final Charts charts;

    IndicatorPages(CasePages cases, IndicatorView view, IndicatorQueries indicators, RegistryCounts counts,
            Documents documents, NumberCodes codes, EnteredMeasurements entries, Charts charts) {
        this.cases = cases;
        this.view = view;
        this.indicators = indicators;
        this.counts = counts;
        this.documents = documents;
        this.codes = codes;
        this.entries = entries;
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
        model.addAttribute("waiting", entries.waiting(opened.grant(), actor).size());
        model.addAttribute("mayEnter", !entries.placesOf(opened.grant(), actor).isEmpty());
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
        Place place = Places.of(opened.definition(), region, province, centre);
        PrintedFigure printed = codes.find(code, actor).filter(found -> stands(found, opened, indicatorId, place)).orElse(null);
        Looked now = view.look(opened, indicatorId, place, null);
        // What was printed is explained by what was known then; beside it stands what is known now.
        Looked looked = printed == null ? now : view.look(opened, indicatorId, place, printed.madeAt());
        model.addAttribute("printed", printed);
        model.addAttribute("current", now);
        model.addAttribute("looked", looked);
        model.addAttribute("measurement", looked.measurement());
        model.addAttribute("unit", opened.definition().label(ProgrammeDefinition.UNITS,
                looked.measurement().indicator().unit()));
        model.addAttribute("place", place);
        model.addAttribute("placeName", looked.placeName());
        model.addAttribute("figure", looked.figure());
        model.addAttribute("centre", place.kind() == Place.Kind.CENTRE ? place.code() : null);
        model.addAttribute("province", place.kind() == Place.Kind.PROVINCE ? place.code() : null);
        model.addAttribute("region", place.kind() == Place.Kind.REGION ? place.code() : null);
        addChain(looked, Paging.pageOf(page), actor, model);
        addEntries(looked, printed, actor, model);
        addFigures(looked, by, model);
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
        Measurement at = looked.measurement();
        model.addAttribute("regions", looked.parts().regions());
        model.addAttribute("centreSum", looked.parts().sum());
        model.addAttribute("sharedCount", at.added() == null || looked.parts().sum() == null
                ? null
                : at.added().subtract(looked.parts().sum()));
        CountFilter filter = indicators.counts(grant, looked.indicatorId()).orElse(null);
        if (filter == null) {
            return;
        }
        Place place = looked.place();
        if (place.isWhole() && !at.missing()) {
            DuplicateFigures duplicates = counts.duplicates(grant.id(), filter, looked.opened().day());
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
            RegistryCounts.Page<Evidence> evidence = counts.evidenceOf(grant.id(), filter, centres, looked.opened().day(),
                    actor, page, PAGE_SIZE);
            model.addAttribute("evidence", evidence.rows());
            model.addAttribute("files", documents.ofObjects(Registers.OBJECT_TYPE,
                    evidence.rows().stream().map(Evidence::recordId).toList(), actor));
            model.addAttribute("paging", new Paging(page, PAGE_SIZE, evidence.total()));
        }
    }

    /** A value that was entered, with what it comes to. */
    record EntryPart(MeasuredEntry entry, LocalizedText placeName, AreaValue worth) {}

    /** The entered values behind the figure; who sees sums only sees none of a place that is hidden, and never their words. */
    private void addEntries(Looked looked, PrintedFigure printed, Actor actor, Model model) {
        Indicator indicator = looked.measurement().indicator();
        if (!indicator.isEntered()) {
            return;
        }
        Opened opened = looked.opened();
        Set<String> centres = indicators.centresOf(opened.grant(), looked.place());
        List<MeasuredEntry> behind = !looked.shown() ? List.of() : entries
                .behind(opened.grant(), indicator.id(), opened.day(), printed == null ? null : printed.madeAt()).stream()
                .filter(entry -> looked.place().isWhole() || centres.contains(entry.place().code()))
                .filter(entry -> entry.place().isWhole() || !looked.parts().hides(entry.place().code()))
                .toList();
        model.addAttribute("entries", behind.stream()
                .map(entry -> new EntryPart(entry, Places.name(opened.definition(), entry.place()),
                        AreaValue.worth(indicator, entry.amount(), entry.of())))
                .toList());
        model.addAttribute("wordsHidden", opened.hidesSmall());
        model.addAttribute("entryFiles", documents.ofObjects(MeasuredEntry.OBJECT_TYPE,
                behind.stream().map(MeasuredEntry::id).toList(), actor));
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
    private static boolean stands(PrintedFigure printed, Opened opened, String indicatorId, Place place) {
        return printed.grantId().equals(opened.grant().id())
                && printed.figure().indicatorId().equals(indicatorId)
                && printed.figure().place().equals(place)
                && printed.asOf().equals(opened.day());
    }
}
