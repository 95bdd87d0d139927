package org.thun.indicators.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.IndicatorStatus;
import org.thun.indicators.Measurement;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.web.Formats;

/** Indicators for programs: the same figures, the same permissions. */
@RestController
@Tag(name = "indicators", description = "What the indicators of a grant have reached, from verified records only")
class IndicatorApi {

    private final CasePages cases;
    private final IndicatorQueries indicators;
    private final BusinessClock clock;
    private final Formats formats;

    IndicatorApi(CasePages cases, IndicatorQueries indicators, BusinessClock clock, Formats formats) {
        this.cases = cases;
        this.indicators = indicators;
        this.clock = clock;
        this.formats = formats;
    }

    /**
     * The indicators of a grant on a day.
     *
     * @param grantId the grant
     * @param asOf the day
     * @param indicators the indicators in the order of the programme
     */
    record Indicators(String grantId, LocalDate asOf, List<Figure> indicators) {}

    /**
     * One indicator. What is missing is {@code null}, never zero.
     *
     * @param id id within the programme
     * @param title what is counted
     * @param unit code of the unit
     * @param baseline value before the grant
     * @param target value to reach, baseline included
     * @param phasedTarget what should have been reached on that day
     * @param counted verified records that count on that day; above the line of a share of records
     * @param added what was counted or added up; above the line of a share
     * @param of what stands below the line of a share or an average; where it is 0 there is no value
     * @param actual the value: baseline and what was added, a share, a step or a score
     * @param percentOfTarget actual in percent of the target
     * @param percentOfPhasedTarget actual in percent of the phased target
     * @param percentOfIncrement percent done of the way from baseline to target
     * @param status how it stands
     */
    record Figure(
            String id,
            LocalizedText title,
            String unit,
            BigDecimal baseline,
            BigDecimal target,
            BigDecimal phasedTarget,
            Long counted,
            BigDecimal added,
            BigDecimal of,
            BigDecimal actual,
            BigDecimal percentOfTarget,
            BigDecimal percentOfPhasedTarget,
            BigDecimal percentOfIncrement,
            IndicatorStatus status) {}

    @GetMapping("/api/v1/grants/{grantId}/indicators")
    @Operation(summary = "All indicators of a grant as of a day")
    @ApiResponse(responseCode = "200", description = "the figures")
    @ApiResponse(responseCode = "400", description = "no such day, or one not lived yet")
    @ApiResponse(responseCode = "404", description = "no such grant, or none that you may see")
    Indicators measure(
            @PathVariable String grantId,
            @Parameter(description = "a day in either era (2017-03-31, 31/3/2560); today if not given")
                    @RequestParam(required = false) String asOf,
            Actor actor) {
        Grant grant = cases.open(grantId, IndicatorsTab.PATH, actor);
        AsOf day = AsOf.read(asOf, grant, clock.today());
        if (!day.problems().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, formats.problem(day.problems().get(0)));
        }
        return new Indicators(grant.id(), day.day(),
                indicators.measure(grant, day.day()).stream().map(this::figure).toList());
    }

    private Figure figure(Measurement at) {
        return new Figure(at.indicator().id(), at.indicator().title(), at.indicator().unit(), at.baseline(), at.target(),
                at.phasedTarget(), at.counted(), at.added(), at.of(), at.actual(), at.percentOfTarget(),
                at.percentOfPhased(), at.percentOfIncrement(), at.status());
    }
}
