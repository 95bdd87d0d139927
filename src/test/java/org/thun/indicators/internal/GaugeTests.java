package org.thun.indicators.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thun.indicators.AreaValue;
import org.thun.indicators.IndicatorStatus;
import org.thun.indicators.Measurement;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.Direction;
import org.thun.programmes.Indicator.IndicatorKind;
import org.thun.programmes.Indicator.ValueSetting;
import org.thun.programmes.IndicatorSource;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.PhasePoint;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.StatusBands;
import org.thun.shared.LocalizedText;

class GaugeTests {

    private static final LocalDate START = LocalDate.of(2016, 5, 1);
    private static final LocalDate END = LocalDate.of(2017, 10, 31);

    private final ProgrammeDefinition definition = definition();
    private final Gauge gauge = new Gauge(definition, new GrantCalendar(definition, START, 18), SettingHistory.NONE, List.of());

    @ParameterizedTest
    @DisplayName("BR-24: green from 90 %, amber from 70 %, red below, by the exact ratio")
    @CsvSource({
        "9000, GREEN", "8999, AMBER", "8999.99, AMBER", "7000, AMBER", "6999, RED", "6999.99, RED", "0, RED",
        "11200, GREEN"
    })
    void standsByTheExactRatio(BigDecimal actual, IndicatorStatus status) {
        assertThat(gauge.status(indicator("0", "10000"), actual, BigDecimal.valueOf(10_000))).isEqualTo(status);
    }

    @Test
    @DisplayName("BR-24: 89.996 % is shown as 89.99 and is amber, never as a 90 it has not reached")
    void cutsPercentagesInsteadOfRounding() {
        assertThat(Gauge.percent(new BigDecimal("89996"), new BigDecimal("100000"))).isEqualByComparingTo("89.99");
        assertThat(gauge.status(indicator("0", "100000"), new BigDecimal("89996"), new BigDecimal("100000"))).isEqualTo(IndicatorStatus.AMBER);
    }

    @Test
    void addsWhatWasCountedToTheBaseline() {
        Measurement at = gauge.measure(indicator("488", "10000"), END, counted(4_268));
        assertThat(at.actual()).isEqualByComparingTo("4756");
        assertThat(at.phasedTarget()).isEqualByComparingTo("10000");
        assertThat(at.percentOfTarget()).isEqualByComparingTo("47.56");
        assertThat(at.percentOfIncrement()).isEqualByComparingTo("44.86");
        assertThat(at.status()).isEqualTo(IndicatorStatus.RED);
    }

    @Test
    void comparesWithThePhasedTargetOfTheDay() {
        LocalDate endOfMonth6 = LocalDate.of(2016, 10, 31);
        Measurement at = gauge.measure(indicator("0", "80"), endOfMonth6, counted(18));
        assertThat(at.phasedTarget()).isEqualByComparingTo("20");
        assertThat(at.percentOfPhased()).isEqualByComparingTo("90");
        assertThat(at.percentOfTarget()).isEqualByComparingTo("22.5");
        assertThat(at.status()).isEqualTo(IndicatorStatus.GREEN);
    }

    @Test
    @DisplayName("missing is not zero: nothing submitted and no baseline gives no value at all")
    void leavesMissingMissing() {
        Measurement nothing = gauge.measure(indicator("0", "80"), END, Reading.NOTHING);
        assertThat(nothing.missing()).isTrue();
        assertThat(nothing.counted()).isNull();
        assertThat(nothing.percentOfTarget()).isNull();
        assertThat(nothing.status()).isEqualTo(IndicatorStatus.NO_DATA);

        Measurement submitted = gauge.measure(indicator("0", "80"), END, counted(0));
        assertThat(submitted.actual()).isEqualByComparingTo("0");
        assertThat(submitted.status()).isEqualTo(IndicatorStatus.RED);

        Measurement baseline = gauge.measure(indicator("488", "10000"), END, Reading.NOTHING);
        assertThat(baseline.actual()).isEqualByComparingTo("488");
        assertThat(baseline.percentOfIncrement()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("a zero target or a zero way gives n/a, never a division error or 0 %")
    void givesNoPercentageOfNothing() {
        Measurement zero = gauge.measure(indicator("0", "0"), END, counted(5));
        assertThat(zero.percentOfTarget()).isNull();
        assertThat(zero.percentOfIncrement()).isNull();
        assertThat(zero.status()).isEqualTo(IndicatorStatus.NOT_APPLICABLE);

        Measurement held = gauge.measure(indicator("100", "100"), END, counted(0));
        assertThat(held.percentOfTarget()).isEqualByComparingTo("100");
        assertThat(held.percentOfIncrement()).isNull();
        assertThat(held.status()).isEqualTo(IndicatorStatus.GREEN);
    }

    @Test
    void showsMoreThanTheWholeAsItIs() {
        Measurement at = gauge.measure(indicator("0", "100"), END, counted(112));
        assertThat(at.percentOfTarget()).isEqualByComparingTo("112");
        assertThat(at.status()).isEqualTo(IndicatorStatus.GREEN);
    }

    @Test
    @DisplayName("a share is what stands above the line in percent of what stands below, cut; without a line it is n/a")
    void measuresShares() {
        Indicator share = of(IndicatorKind.PERCENTAGE, null, "90", Direction.HIGHER);
        Measurement at = gauge.measure(share, START, reading(share, "2", "3"));
        assertThat(at.actual()).isEqualByComparingTo("66.6666");
        assertThat(at.phasedTarget()).as("without a baseline the target holds on all days").isEqualByComparingTo("90");
        assertThat(at.percentOfTarget()).isEqualByComparingTo("74.07");
        assertThat(at.status()).isEqualTo(IndicatorStatus.AMBER);
        assertThat(gauge.measure(share, START, reading(share, "9", "8")).actual()).isEqualByComparingTo("112.5");

        Measurement none = gauge.measure(share, START, reading(share, "0", "0"));
        assertThat(none.actual()).isNull();
        assertThat(none.notComputable()).isTrue();
        assertThat(none.percentOfTarget()).isNull();
        assertThat(none.status()).isEqualTo(IndicatorStatus.NOT_APPLICABLE);
        assertThat(gauge.measure(share, START, Reading.NOTHING).status()).isEqualTo(IndicatorStatus.NO_DATA);
    }

    @ParameterizedTest
    @DisplayName("BR-24: where less is better, the share of the target that is reached turns round")
    @CsvSource({"10, GREEN, 100", "11, GREEN, 90.9", "12, AMBER, 83.33", "14.2858, RED, 69.99", "5, GREEN, 200",
        "0, GREEN,"})
    void judgesTheOtherWayRound(BigDecimal actual, IndicatorStatus status, BigDecimal percent) {
        Indicator index = of(IndicatorKind.INDEX, "40", "10", Direction.LOWER);
        Measurement at = gauge.measure(index, END, new Reading(new AreaValue(actual, actual, null), Map.of()));
        assertThat(at.status()).isEqualTo(status);
        assertThat(at.percentOfTarget()).isEqualTo(percent == null ? null : percent.setScale(2));
    }

    @Test
    void goesTheWayDownFromTheBaseline() {
        Indicator index = of(IndicatorKind.INDEX, "40", "10", Direction.LOWER);
        BigDecimal value = new BigDecimal("25");
        Measurement at = gauge.measure(index, LocalDate.of(2016, 10, 31), new Reading(new AreaValue(value, value, null), Map.of()));
        assertThat(at.phasedTarget()).isEqualByComparingTo("32.5");
        assertThat(at.percentOfIncrement()).isEqualByComparingTo("50");
        assertThat(at.status()).isEqualTo(IndicatorStatus.GREEN);
    }

    @Test
    @DisplayName("steps and scores stand beside their baseline; without one they are judged when the whole way should be gone")
    void judgesStepsWithoutABaselineAtTheEnd() {
        Indicator ladder = of(IndicatorKind.MILESTONE_LADDER, null, "3", Direction.HIGHER);
        Reading second = new Reading(new AreaValue(BigDecimal.valueOf(2), BigDecimal.valueOf(2), null), Map.of());
        assertThat(gauge.measure(ladder, START, second).status()).isEqualTo(IndicatorStatus.NOT_APPLICABLE);
        assertThat(gauge.measure(ladder, END, second).status()).isEqualTo(IndicatorStatus.RED);
        assertThat(gauge.measure(ladder, END, second).actual()).isEqualByComparingTo("2");
        assertThat(gauge.measure(ladder, END, Reading.NOTHING).missing()).isTrue();
    }

    private static Reading counted(long records) {
        return new Reading(AreaValue.counted(records), Map.of());
    }

    private static Reading reading(Indicator indicator, String above, String below) {
        return new Reading(AreaValue.worth(indicator, new BigDecimal(above), new BigDecimal(below)), Map.of());
    }

    private static Indicator of(IndicatorKind kind, String baseline, String target, Direction direction) {
        return new Indicator("IND", text(), kind, "percent", baseline == null ? null : new BigDecimal(baseline),
                baseline == null ? ValueSetting.UNDECIDED : ValueSetting.FIXED, new BigDecimal(target), ValueSetting.FIXED,
                null, 5, null, null, List.of(), new IndicatorSource(null, null, text()), List.of(), kind.usualCumulation(),
                direction, List.of(), null);
    }

    private static Indicator indicator(String baseline, String target) {
        return new Indicator("IND", text(), IndicatorKind.UNIQUE_COUNT, "person", new BigDecimal(baseline),
                ValueSetting.FIXED, new BigDecimal(target), ValueSetting.FIXED, null, null, null, null, List.of(),
                new IndicatorSource(Register.PERSON, "facilitator", null), List.of());
    }

    private static LocalizedText text() {
        return new LocalizedText("ตัวชี้วัด", "Indicator");
    }

    /** Records cannot be made by half; the gauge asks a definition for three things only. */
    private static ProgrammeDefinition definition() {
        ProgrammeDefinition definition = mock(ProgrammeDefinition.class);
        given(definition.statusBands()).willReturn(new StatusBands(BigDecimal.valueOf(90), BigDecimal.valueOf(70)));
        given(definition.phasesOf(any())).willReturn(List.of(
                new PhasePoint(6, BigDecimal.valueOf(25)), new PhasePoint(12, BigDecimal.valueOf(65)),
                new PhasePoint(18, BigDecimal.valueOf(100))));
        return definition;
    }
}
