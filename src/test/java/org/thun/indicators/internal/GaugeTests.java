package org.thun.indicators.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thun.indicators.IndicatorStatus;
import org.thun.indicators.Measurement;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.Indicator;
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
        assertThat(gauge.status(actual, BigDecimal.valueOf(10_000))).isEqualTo(status);
    }

    @Test
    @DisplayName("BR-24: 89.996 % is shown as 89.99 and is amber, never as a 90 it has not reached")
    void cutsPercentagesInsteadOfRounding() {
        assertThat(Gauge.percent(new BigDecimal("89996"), new BigDecimal("100000"))).isEqualByComparingTo("89.99");
        assertThat(gauge.status(new BigDecimal("89996"), new BigDecimal("100000"))).isEqualTo(IndicatorStatus.AMBER);
    }

    @Test
    void addsWhatWasCountedToTheBaseline() {
        Measurement at = gauge.measure(indicator("488", "10000"), END, 4_268, true);
        assertThat(at.actual()).isEqualByComparingTo("4756");
        assertThat(at.phasedTarget()).isEqualByComparingTo("10000");
        assertThat(at.percentOfTarget()).isEqualByComparingTo("47.56");
        assertThat(at.percentOfIncrement()).isEqualByComparingTo("44.86");
        assertThat(at.status()).isEqualTo(IndicatorStatus.RED);
    }

    @Test
    void comparesWithThePhasedTargetOfTheDay() {
        LocalDate endOfMonth6 = LocalDate.of(2016, 10, 31);
        Measurement at = gauge.measure(indicator("0", "80"), endOfMonth6, 18, true);
        assertThat(at.phasedTarget()).isEqualByComparingTo("20");
        assertThat(at.percentOfPhased()).isEqualByComparingTo("90");
        assertThat(at.percentOfTarget()).isEqualByComparingTo("22.5");
        assertThat(at.status()).isEqualTo(IndicatorStatus.GREEN);
    }

    @Test
    @DisplayName("missing is not zero: nothing submitted and no baseline gives no value at all")
    void leavesMissingMissing() {
        Measurement nothing = gauge.measure(indicator("0", "80"), END, 0, false);
        assertThat(nothing.missing()).isTrue();
        assertThat(nothing.counted()).isNull();
        assertThat(nothing.percentOfTarget()).isNull();
        assertThat(nothing.status()).isEqualTo(IndicatorStatus.NO_DATA);

        Measurement submitted = gauge.measure(indicator("0", "80"), END, 0, true);
        assertThat(submitted.actual()).isEqualByComparingTo("0");
        assertThat(submitted.status()).isEqualTo(IndicatorStatus.RED);

        Measurement baseline = gauge.measure(indicator("488", "10000"), END, 0, false);
        assertThat(baseline.actual()).isEqualByComparingTo("488");
        assertThat(baseline.percentOfIncrement()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("a zero target or a zero way gives n/a, never a division error or 0 %")
    void givesNoPercentageOfNothing() {
        Measurement zero = gauge.measure(indicator("0", "0"), END, 5, true);
        assertThat(zero.percentOfTarget()).isNull();
        assertThat(zero.percentOfIncrement()).isNull();
        assertThat(zero.status()).isEqualTo(IndicatorStatus.NOT_APPLICABLE);

        Measurement held = gauge.measure(indicator("100", "100"), END, 0, true);
        assertThat(held.percentOfTarget()).isEqualByComparingTo("100");
        assertThat(held.percentOfIncrement()).isNull();
        assertThat(held.status()).isEqualTo(IndicatorStatus.GREEN);
    }

    @Test
    void showsMoreThanTheWholeAsItIs() {
        Measurement at = gauge.measure(indicator("0", "100"), END, 112, true);
        assertThat(at.percentOfTarget()).isEqualByComparingTo("112");
        assertThat(at.status()).isEqualTo(IndicatorStatus.GREEN);
    }

    @Test
    void saysWhyItCannotMeasure() {
        Indicator ladder = indicator(IndicatorKind.MILESTONE_LADDER, new IndicatorSource(Register.PERSON, "x", null));
        Indicator elsewhere = indicator(IndicatorKind.COUNT, new IndicatorSource(null, null, text()));
        assertThat(Gauge.unmeasured(ladder)).hasValueSatisfying(
                problem -> assertThat(problem.messageKey()).isEqualTo("indicators.unmeasured.kind"));
        assertThat(Gauge.unmeasured(elsewhere)).hasValueSatisfying(
                problem -> assertThat(problem.messageKey()).isEqualTo("indicators.unmeasured.source"));
        Measurement without = gauge.without(ladder, END, Gauge.unmeasured(ladder).orElseThrow());
        assertThat(without.missing()).isTrue();
        assertThat(without.status()).isEqualTo(IndicatorStatus.NO_DATA);
    }

    private static Indicator indicator(String baseline, String target) {
        return new Indicator("IND", text(), IndicatorKind.UNIQUE_COUNT, "person", new BigDecimal(baseline),
                ValueSetting.FIXED, new BigDecimal(target), ValueSetting.FIXED, null, null, null, null, List.of(),
                new IndicatorSource(Register.PERSON, "facilitator", null), List.of());
    }

    private static Indicator indicator(IndicatorKind kind, IndicatorSource source) {
        return new Indicator("IND", text(), kind, "person", null, ValueSetting.UNDECIDED, null, ValueSetting.UNDECIDED,
                null, null, null, null, List.of(), source, List.of());
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
