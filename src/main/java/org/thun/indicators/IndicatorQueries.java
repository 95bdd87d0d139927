package org.thun.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thun.grants.Grant;
import org.thun.programmes.PhasePoint;
import org.thun.registry.CountFilter;
import org.thun.shared.LocalizedText;

/**
 * The indicators of a grant as of any day, from summaries. All figures are aggregates of verified records (BR-17, BR-50) and
 * may be shown to everybody who may see the grant's measurements. The grant must have taken effect.
 */
public interface IndicatorQueries {

    /** All indicators, in the order of the programme definition. */
    List<Measurement> measure(Grant grant, LocalDate asOf);

    /** One indicator; empty if the programme has none of that id. */
    Optional<Measurement> measure(Grant grant, String indicatorId, LocalDate asOf);

    /** What every centre of the programme has added, in the order of the definition; Σ ≥ the nation (BR-20). */
    List<CentreFigures> byCentre(Grant grant, LocalDate asOf);

    /** What every region has added, in the order of the definition: the sum of its centres. */
    List<RegionFigures> byRegion(Grant grant, LocalDate asOf);

    /** The course of an indicator from the first month to the day asked for. */
    List<TrendPoint> trend(Grant grant, String indicatorId, LocalDate asOf);

    /**
     * What a part of the grant has added from the first month to the day asked for; without targets, which belong to the
     * whole.
     */
    List<TrendPoint> trend(Grant grant, String indicatorId, Place place, LocalDate asOf);

    /** What changed in each reporting period up to the day asked for. */
    List<PeriodChange> changes(Grant grant, String indicatorId, Place place, LocalDate asOf);

    /** Where an indicator is heading; empty if it is missing. */
    Optional<Outlook> outlook(Grant grant, String indicatorId, LocalDate asOf);

    /**
     * A count broken down by a list that the definition names for the indicator ({@code also_by}).
     *
     * @return empty if the definition does not name it, or the records do not hold it
     */
    Optional<Disaggregation> disaggregate(Grant grant, String indicatorId, String list, Place place, LocalDate asOf);

    /** The lists by which an indicator can be broken down, in the order of the definition, with what they are called. */
    Map<String, LocalizedText> breakdowns(Grant grant, String indicatorId);

    /** The phases of an indicator that hold on a day: the programme's, or as an extension spread them anew (BR-34). */
    List<PhasePoint> phases(Grant grant, String indicatorId, LocalDate asOf);

    /** Codes of the centres of a place; empty if the programme has no such place. */
    Set<String> centresOf(Grant grant, Place place);

    /** Which records an indicator counts; empty if it cannot be measured by records. */
    Optional<CountFilter> counts(Grant grant, String indicatorId);
}
