package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.thun.indicators.TargetChange;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.ValueSetting;

/**
 * Which baseline and target hold on a day: those of the last amendment in force by then, else those of the programme.
 *
 * @param changes changes in force, oldest first
 */
record SettingHistory(List<TargetChange> changes) {

    static final SettingHistory NONE = new SettingHistory(List.of());

    /** What holds on a day; either may be {@code null} if nobody has set it. */
    record Setting(BigDecimal baseline, BigDecimal target) {}

    Setting on(Indicator indicator, LocalDate day) {
        return changes.stream()
                .filter(change -> change.indicatorId().equals(indicator.id()) && !change.holdsFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(change -> new Setting(change.baseline(), change.target()))
                .orElseGet(() -> stated(indicator));
    }

    /** What the programme states. */
    static Setting stated(Indicator indicator) {
        return new Setting(indicator.baseline(),
                indicator.targetSetting() == ValueSetting.INCREASE && indicator.baseline() != null
                        ? indicator.baseline().add(indicator.targetIncrease())
                        : indicator.target());
    }
}
