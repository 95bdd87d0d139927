package org.thun.indicators.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.indicators.PeriodChange;
import org.thun.indicators.TrendPoint;
import org.thun.indicators.web.IndicatorView.Looked;
import org.thun.indicators.web.IndicatorView.Opened;
import org.thun.indicators.web.IndicatorView.SlicePart;
import org.thun.indicators.web.IndicatorView.SlicedView;
import org.thun.indicators.web.Parts.CentrePart;
import org.thun.indicators.web.Parts.RegionPart;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.web.Formats;
import org.thun.web.NotFound;

/** The tables of the indicator pages as files: the same figures, the same permissions, nothing that calculates. */
@Controller
class IndicatorFiles {

    private final IndicatorView view;
    private final IndicatorQueries indicators;
    private final Formats formats;

    IndicatorFiles(IndicatorView view, IndicatorQueries indicators, Formats formats) {
        this.view = view;
        this.indicators = indicators;
        this.formats = formats;
    }

    @GetMapping("/grants/{grantId}/indicators.csv")
    ResponseEntity<byte[]> all(@PathVariable String grantId, @RequestParam(required = false) String asOf, Actor actor) {
        Opened opened = view.open(grantId, asOf, actor);
        Csv csv = new Csv().row(headings("id", "indicator", "unit", "asOf", "baseline", "target", "phased", "counted",
                "of", "actual", "percentOfTarget", "percentOfPhased", "percentOfIncrement", "status"));
        for (Measurement at : indicators.measure(opened.grant(), opened.day())) {
            csv.row(at.indicator().id(), formats.text(at.indicator().title()),
                    formats.text(opened.definition().label(ProgrammeDefinition.UNITS, at.indicator().unit())),
                    opened.day(), at.baseline(), at.target(), at.phasedTarget(), at.added(), at.of(),
                    at.notComputable() ? formats.message("indicators.na") : at.actual(), at.percentOfTarget(), at.percentOfPhased(), at.percentOfIncrement(), formats.name(at.status()));
        }
        return csv.file("indicators-" + opened.day() + ".csv");
    }

    @GetMapping("/grants/{grantId}/indicators/centres.csv")
    ResponseEntity<byte[]> centres(@PathVariable String grantId, @RequestParam(required = false) String asOf,
            Actor actor) {
        Opened opened = view.open(grantId, asOf, actor);
        var figures = indicators.byCentre(opened.grant(), opened.day());
        List<Measurement> measurements = indicators.measure(opened.grant(), opened.day());
        List<Parts> parts = measurements.stream()
                .map(at -> view.parts(opened, at.indicator().id(), figures))
                .toList();
        List<Object> head = new ArrayList<>(headings("region", "code", "centre"));
        measurements.forEach(at -> head.add(at.indicator().id()));
        Csv csv = new Csv().row(head);
        opened.definition().centres().forEach(centre -> {
            List<Object> row = new ArrayList<>(List.of(formats.text(opened.definition().region(centre.region())),
                    centre.code(), formats.text(centre.name())));
            parts.forEach(each -> row.add(value(each.centre(centre.code()))));
            csv.row(row);
        });
        return csv.file("centres-" + opened.day() + ".csv");
    }

    /** One table of the page of an indicator: {@code centres}, {@code trend}, {@code periods} or {@code breakdown}. */
    @GetMapping("/grants/{grantId}/indicators/{indicatorId}/{table:centres|trend|periods|breakdown}.csv")
    ResponseEntity<byte[]> table(@PathVariable String grantId, @PathVariable String indicatorId,
            @PathVariable String table, @RequestParam(required = false) String asOf,
            @RequestParam(required = false) String region, @RequestParam(required = false) String province,
            @RequestParam(required = false) String centre, @RequestParam(required = false) String by, Actor actor) {
        Looked looked = view.look(view.open(grantId, asOf, actor), indicatorId, region, province, centre);
        if (!looked.shown()) {
            throw new NotFound("figures of " + indicatorId + " in " + looked.place());
        }
        Csv csv = switch (table) {
            case "centres" -> centres(looked);
            case "trend" -> trend(looked);
            case "periods" -> periods(looked);
            default -> breakdown(looked, by);
        };
        return csv.file(indicatorId + "-" + table + "-" + looked.opened().day() + ".csv");
    }

    private Csv centres(Looked looked) {
        Csv csv = new Csv().row(headings("region", "code", "centre", "counted"));
        for (RegionPart region : looked.parts().regions()) {
            for (CentrePart part : region.centres()) {
                csv.row(formats.text(region.region().text()), part.centre().code(), formats.text(part.centre().name()),
                        value(part.counted()));
            }
        }
        return csv;
    }

    private Csv trend(Looked looked) {
        Grant grant = looked.opened().grant();
        Csv csv = new Csv().row(headings("month", "asOf", "actual", "phased"));
        for (TrendPoint point : indicators.trend(grant, looked.indicatorId(), looked.place(), looked.opened().day())) {
            csv.row(point.grantMonth(), point.day(), point.actual(), point.phasedTarget());
        }
        return csv;
    }

    private Csv periods(Looked looked) {
        Grant grant = looked.opened().grant();
        Csv csv = new Csv().row(headings("period", "from", "to", "added", "removed", "net"));
        for (PeriodChange change :
                indicators.changes(grant, looked.indicatorId(), looked.place(), looked.opened().day())) {
            csv.row(change.periodNo(), change.days().from(), change.days().to(), change.added(), change.removed(),
                    change.net());
        }
        return csv;
    }

    private Csv breakdown(Looked looked, String by) {
        SlicedView sliced = by == null ? null : view.sliced(looked, by);
        if (sliced == null) {
            throw new NotFound("breakdown of " + looked.indicatorId() + " by " + by);
        }
        Csv csv = new Csv().row(formats.text(sliced.by().title()), formats.message("indicators.csv.counted"));
        for (SlicePart slice : sliced.slices()) {
            csv.row(formats.text(slice.name()), value(slice.counted()));
        }
        return csv.row(formats.message("indicators.unstated"), value(sliced.unstated()))
                .row(formats.message("indicators.total"), sliced.by().total().value());
    }

    private Object value(Parts.Cell cell) {
        return cell.hidden() ? formats.message("indicators.hidden")
                : cell.notComputable() ? formats.message("indicators.na")
                : cell.value();
    }

    private List<Object> headings(String... keys) {
        List<Object> headings = new ArrayList<>();
        for (String key : keys) {
            headings.add(formats.message("indicators.csv." + key));
        }
        return headings;
    }
}
