package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.grants.AgreementChanges.Respread;
import org.thun.indicators.IndicatorStatus;
import org.thun.indicators.Measurement;
import org.thun.indicators.internal.SettingHistory.Setting;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.IndicatorKind;
import org.thun.programmes.PhasePoint;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.StatusBands;
import org.thun.shared.Problem;

/**
 * Sets what was counted against baseline and target (BR-24). Pure arithmetic: the same counts give the same measurement.
 *
 * @param definition the definition the grant runs on
 * @param calendar its calendar over the grant
 * @param settings baselines and targets that amendments have changed (BR-25)
 * @param respreads amendments that spread the phases over a longer term, oldest first
 */
record Gauge(
        ProgrammeDefinition definition, GrantCalendar calendar, SettingHistory settings, List<Respread> respreads) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_SCALE = 2;

    /** Why the product cannot measure an indicator of this sort yet; empty if it can. */
    static Optional<Problem> unmeasured(Indicator indicator) {
        if (indicator.kind() != IndicatorKind.UNIQUE_COUNT && indicator.kind() != IndicatorKind.COUNT) {
            return Optional.of(Problem.of("indicators.unmeasured.kind", indicator.kind()));
        }
        if (indicator.source() == null || indicator.source().register() == null) {
            return Optional.of(Problem.of("indicators.unmeasured.source"));
        }
        return Optional.empty();
    }

    /** An indicator that is not measured yet: what is known of it without a value. */
    Measurement without(Indicator indicator, LocalDate asOf, Problem reason) {
        Setting holds = settings.on(indicator, asOf);
        return new Measurement(indicator, asOf, holds.baseline(), holds.target(), phased(indicator, asOf), null, null,
                null, null, null, IndicatorStatus.NO_DATA, reason);
    }

    /**
     * A measured indicator.
     *
     * @param counted records that count on that day
     * @param anyData whether anything had been submitted by then
     */
    Measurement measure(Indicator indicator, LocalDate asOf, long counted, boolean anyData) {
        BigDecimal baseline = settings.on(indicator, asOf).baseline();
        BigDecimal target = settings.on(indicator, asOf).target();
        BigDecimal phased = phased(indicator, asOf);
        boolean known = anyData || baselineStands(indicator, asOf);
        if (!known) {
            return new Measurement(indicator, asOf, baseline, target, phased, null, null, null, null, null,
                    IndicatorStatus.NO_DATA, null);
        }
        BigDecimal added = BigDecimal.valueOf(counted);
        BigDecimal actual = baseline == null ? added : baseline.add(added);
        BigDecimal increment = target == null || baseline == null ? null : target.subtract(baseline);
        return new Measurement(indicator, asOf, baseline, target, phased, counted, actual, percent(actual, target),
                percent(actual, phased), percent(added, increment), status(actual, phased), null);
    }

    /** By the exact ratio, never by the percentage shown: 89.999 % is amber. */
    IndicatorStatus status(BigDecimal actual, BigDecimal phased) {
        if (phased == null || phased.signum() == 0) {
            return IndicatorStatus.NOT_APPLICABLE;
        }
        StatusBands bands = definition.statusBands();
        BigDecimal reached = actual.multiply(HUNDRED);
        if (reached.compareTo(bands.greenFrom().multiply(phased)) >= 0) {
            return IndicatorStatus.GREEN;
        }
        return reached.compareTo(bands.amberFrom().multiply(phased)) >= 0 ? IndicatorStatus.AMBER : IndicatorStatus.RED;
    }

    /** What should have been reached on a day, against the baseline and the target that hold on it. */
    BigDecimal phased(Indicator indicator, LocalDate asOf) {
        Setting holds = settings.on(indicator, asOf);
        return holds.target() == null || holds.baseline() == null
                ? null
                : calendar.phasedTarget(phases(indicator, asOf), holds.baseline(), holds.target(), asOf);
    }

    /** The phases that hold on a day. */
    List<PhasePoint> phases(Indicator indicator, LocalDate asOf) {
        List<PhasePoint> stated = definition.phasesOf(indicator);
        return respreads.stream()
                .filter(respread -> !respread.from().isAfter(asOf))
                .reduce((earlier, later) -> later)
                .map(respread -> stated.stream()
                        .map(point -> new PhasePoint(respread.month(point.month()), point.percent()))
                        .toList())
                .orElse(stated);
    }

    /** Whether there is a baseline that gives the indicator a value even if nothing has been submitted. */
    boolean baselineStands(Indicator indicator, LocalDate asOf) {
        BigDecimal baseline = settings.on(indicator, asOf).baseline();
        return baseline != null && baseline.signum() != 0;
    }

    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole == null || whole.signum() == 0
                ? null
                : part.multiply(HUNDRED).divide(whole, PERCENT_SCALE, RoundingMode.DOWN);
    }
}
