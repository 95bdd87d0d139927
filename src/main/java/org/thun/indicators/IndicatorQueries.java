package org.thun.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.grants.Grant;

/**
 * The indicators of a grant as of any day. All figures are aggregates of verified records (BR-17, BR-50) and may be shown
 * to everybody who may see the grant's measurements. The grant must have taken effect.
 */
public interface IndicatorQueries {

    /** All indicators, in the order of the programme definition. */
    List<Measurement> measure(Grant grant, LocalDate asOf);

    /** One indicator; empty if the programme has none of that id. */
    Optional<Measurement> measure(Grant grant, String indicatorId, LocalDate asOf);

    /** What every centre of the programme has added, in the order of the definition. */
    List<CentreFigures> byCentre(Grant grant, LocalDate asOf);

    /** What every region has added, in the order of the definition. */
    List<RegionFigures> byRegion(Grant grant, LocalDate asOf);

    /** The course of an indicator from the first month to the day asked for. */
    List<TrendPoint> trend(Grant grant, String indicatorId, LocalDate asOf);
}
