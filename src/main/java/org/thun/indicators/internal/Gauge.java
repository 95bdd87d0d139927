package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.thun.grants.AgreementChanges.Respread;
import org.thun.indicators.AreaValue;
import org.thun.indicators.IndicatorStatus;
import org.thun.indicators.Measurement;
import org.thun.indicators.internal.SettingHistory.Setting;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.ValueSetting;
import org.thun.programmes.PhasePoint;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.StatusBands;

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

    /**
     * An indicator on a day.
     *
     * @param reading what its source says
     */
    Measurement measure(Indicator indicator, LocalDate asOf, Reading reading) {
        Setting holds = holds(indicator, asOf, reading);
        BigDecimal baseline = holds.baseline();
        BigDecimal target = holds.target();
        BigDecimal phased = phased(indicator, holds, asOf);
        AreaValue whole = reading.whole();
        boolean stands = indicator.growsFromBaseline() && baseline != null && baseline.signum() != 0;
        if (whole == null && !stands) {
            return new Measurement(indicator, asOf, baseline, target, phased, null, null, null, null, null, null, null,
                    IndicatorStatus.NO_DATA);
        }
        BigDecimal added = whole == null ? BigDecimal.ZERO : whole.amount();
        BigDecimal value = whole == null ? BigDecimal.ZERO : whole.value();
        BigDecimal actual = indicator.growsFromBaseline() && baseline != null ? baseline.add(added) : value;
        Long counted = indicator.source().register() == null ? null : added.longValueExact();
        BigDecimal way = target == null || baseline == null ? null : target.subtract(baseline);
        BigDecimal gone = baseline == null || actual == null ? null : actual.subtract(baseline);
        return new Measurement(indicator, asOf, baseline, target, phased, counted, added, whole == null ? null : whole.of(),
                actual, reached(indicator, actual, target), reached(indicator, actual, phased),
                gone == null ? null : percent(gone, way), status(indicator, actual, phased));
    }

    /** By the exact ratio, never by the percentage shown: 89.999 % is amber. */
    IndicatorStatus status(Indicator indicator, BigDecimal actual, BigDecimal phased) {
        boolean lower = indicator.lowerIsBetter();
        if (actual == null || phased == null || phased.signum() == 0 && !lower) {
            return IndicatorStatus.NOT_APPLICABLE;
        }
        StatusBands bands = definition.statusBands();
        BigDecimal reached = (lower ? phased : actual).multiply(HUNDRED);
        BigDecimal whole = lower ? actual : phased;
        if (reached.compareTo(bands.greenFrom().multiply(whole)) >= 0) {
            return IndicatorStatus.GREEN;
        }
        return reached.compareTo(bands.amberFrom().multiply(whole)) >= 0 ? IndicatorStatus.AMBER : IndicatorStatus.RED;
    }

    /**
     * What should have been reached on a day, against the baseline and the target that hold on it. Without a baseline there is
     * no way to go part of: a share is then held against its target on all days, the rest when the whole way should be gone.
     */
    private BigDecimal phased(Indicator indicator, Setting holds, LocalDate asOf) {
        if (holds.target() == null) {
            return null;
        }
        if (holds.baseline() != null) {
            return calendar.phasedTarget(phases(indicator, asOf), holds.baseline(), holds.target(), asOf);
        }
        boolean gone = calendar.phasedTarget(phases(indicator, asOf), BigDecimal.ZERO, HUNDRED, asOf)
                .compareTo(HUNDRED) == 0;
        return indicator.kind().isRatio() || gone ? holds.target() : null;
    }

    /** What amendments or the programme state; where each area has its own baseline, what follows from these. */
    private Setting holds(Indicator indicator, LocalDate asOf, Reading reading) {
        Setting stated = settings.on(indicator, asOf);
        BigDecimal baseline = stated.baseline() == null ? reading.baseline() : stated.baseline();
        boolean rises = stated.target() == null && baseline != null
                && indicator.targetSetting() == ValueSetting.INCREASE;
        return new Setting(baseline, rises ? baseline.add(indicator.targetIncrease()) : stated.target());
    }

    private static BigDecimal reached(Indicator indicator, BigDecimal actual, BigDecimal target) {
        return actual == null || target == null
                ? null
                : indicator.lowerIsBetter() ? percent(target, actual) : percent(actual, target);
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

    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole == null || whole.signum() == 0
                ? null
                : part.multiply(HUNDRED).divide(whole, PERCENT_SCALE, RoundingMode.DOWN);
    }
}
