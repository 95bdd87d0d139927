package org.thun.indicators.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.indicators.AreaValue;
import org.thun.indicators.CentreFigures;
import org.thun.indicators.Disaggregation;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.indicators.Place;
import org.thun.indicators.web.Parts.Cell;
import org.thun.programmes.Indicator;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.registry.SmallCounts;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.web.NotFound;

/** What pages and files about one indicator show, as their reader may see it. */
@Component
class IndicatorView {

    private final CasePages cases;
    private final Programmes programmes;
    private final IndicatorQueries indicators;
    private final BusinessClock clock;

    IndicatorView(CasePages cases, Programmes programmes, IndicatorQueries indicators, BusinessClock clock) {
        this.cases = cases;
        this.programmes = programmes;
        this.indicators = indicators;
        this.clock = clock;
    }

    /** A case that was opened for a reader, and the day asked for. */
    record Opened(Grant grant, ProgrammeDefinition definition, AsOf asOf, boolean hidesSmall) {

        LocalDate day() {
            return asOf.day();
        }
    }

    /**
     * One indicator, looked at in one place.
     *
     * @param placeName what the place is called
     * @param figure what the place has added; of the whole what counts for the nation
     * @param parts what regions and centres have added
     */
    record Looked(
            Opened opened, Measurement measurement, Place place, LocalizedText placeName, Cell figure, Parts parts) {

        String indicatorId() {
            return measurement.indicator().id();
        }

        /** Whether what is known of the place may be shown to this reader. */
        boolean shown() {
            return !figure.hidden();
        }
    }

    /** A part of a disaggregation. */
    record SlicePart(LocalizedText name, Cell counted) {}

    /** A disaggregation as its reader may see it. */
    record SlicedView(Disaggregation by, List<SlicePart> slices, Cell unstated) {}

    Opened open(String grantId, String asOf, Actor actor) {
        Grant grant = cases.open(grantId, IndicatorsTab.PATH, actor);
        return new Opened(grant, programmes.version(grant.programmeKey(), grant.programmeVersion()),
                AsOf.read(asOf, grant, clock.today()),
                actor.seesAggregatesOnly(ObjectKind.REGISTRY_RECORD, grant.scope()));
    }

    /** @throws NotFound if the programme has no such indicator or place */
    Looked look(Opened opened, String indicatorId, String region, String province, String centre) {
        return look(opened, indicatorId, Places.of(opened.definition(), region, province, centre), null);
    }

    /**
     * One indicator in one place as it was known at a moment; {@code null} for now.
     *
     * @throws NotFound if the programme has no such indicator
     */
    Looked look(Opened opened, String indicatorId, Place place, LocalDateTime knownAt) {
        Measurement measurement = indicators.measure(opened.grant(), indicatorId, opened.day(), knownAt)
                .orElseThrow(() -> new NotFound("indicator " + indicatorId));
        Parts parts = parts(opened, indicatorId,
                indicators.byCentre(opened.grant(), indicatorId, opened.day(), knownAt));
        return new Looked(opened, measurement, place, Places.name(opened.definition(), place),
                figure(opened, measurement, place, parts), parts);
    }

    Parts parts(Opened opened, String indicatorId, List<CentreFigures> figures) {
        return Parts.of(opened.definition(), figures, indicatorId, opened.hidesSmall());
    }

    /** The count broken down by a list; {@code null} if it cannot be. */
    SlicedView sliced(Looked looked, String list) {
        return indicators
                .disaggregate(looked.opened().grant(), looked.indicatorId(), list, looked.place(), looked.opened().day())
                .map(by -> view(by, looked.measurement().indicator(), looked.opened()))
                .orElse(null);
    }

    private static Cell figure(Opened opened, Measurement measurement, Place place, Parts parts) {
        return switch (place.kind()) {
            case WHOLE -> measurement.added() == null
                    ? Cell.NOTHING
                    : new Cell(AreaValue.worth(measurement.indicator(), measurement.added(), measurement.of()), false);
            case REGION -> parts.region(place.code());
            case PROVINCE -> parts.together(Places.centres(opened.definition(), place));
            case CENTRE -> parts.centre(place.code());
        };
    }

    private static SlicedView view(Disaggregation by, Indicator indicator, Opened opened) {
        Map<String, Long> people = new LinkedHashMap<>();
        by.slices().forEach(slice -> people.put(slice.code(), slice.part().people(indicator)));
        people.put("", by.unstated().people(indicator));
        boolean protects = indicator.source().register() != null || indicator.tellsOfPeople();
        Set<String> hidden = opened.hidesSmall() && protects
                ? SmallCounts.hidden(people, opened.definition().registry().smallCount())
                : Set.of();
        return new SlicedView(by,
                by.slices().stream().map(slice -> new SlicePart(slice.name(), cell(slice.code(), slice.part(), hidden))).toList(),
                cell("", by.unstated(), hidden));
    }

    private static Cell cell(String code, AreaValue part, Set<String> hidden) {
        return hidden.contains(code) ? Cell.HIDDEN : new Cell(part, false);
    }
}
