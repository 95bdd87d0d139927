package org.thun.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.thun.reporting.MonitoringReport.Indicator;
import org.thun.reporting.MonitoringReport.Status;
import org.thun.reporting.MonitoringReport.StatusScale;
import org.thun.shared.LocalizedText;

class MonitoringReportTests {

    private static final LocalizedText TEXT = new LocalizedText("ก", "a");

    @Test
    @DisplayName("BR-24: shows the share of the target and of the way from the baseline")
    void tellsShareOfTargetFromShareOfIncrement() {
        Indicator organisations = indicator("175474", "200000", "181605", "187737");

        assertThat(organisations.percentOfTarget()).isEqualByComparingTo("93.8685");
        assertThat(organisations.percentOfIncrement()).isEqualByComparingTo("50");
        assertThat(organisations.plannedPercentOfIncrement()).isEqualByComparingTo("24.9979");
    }

    @Test
    @DisplayName("BR-24: 89.99999 % of the plan never becomes 90")
    void cutsSharesInsteadOfRoundingThem() {
        assertThat(indicator("0", "10000000", "10000000", "8999999").percentOfPhasedTarget())
                .isLessThan(BigDecimal.valueOf(90));
    }

    @Test
    void showsMoreThanAllAsItIs() {
        assertThat(indicator("0", "100", "50", "112").percentOfTarget()).isEqualByComparingTo("112");
    }

    @Test
    void hasNoShareOfNothing() {
        Indicator unknown = indicator("0", "100", "50", null);

        assertThat(unknown.percentOfTarget()).isNull();
        assertThat(unknown.percentOfIncrement()).isNull();
        assertThat(indicator("0", "0", "0", "5").percentOfTarget()).isNull();
        assertThat(indicator("100", "100", "100", "100").percentOfIncrement()).isNull();
        assertThat(indicator(null, null, null, "5").percentOfIncrement()).isNull();
    }

    @Test
    void meetsATargetBelowTheBaselineFromAbove() {
        assertThat(indicator("40", "10", "25", "12").isMet()).isFalse();
        assertThat(indicator("40", "10", "25", "9").isMet()).isTrue();
        assertThat(indicator("40", "10", "25", "25").percentOfIncrement()).isEqualByComparingTo("50");
    }

    @Test
    void refusesAStatusWithoutAValue() {
        assertThatThrownBy(() -> new Indicator("IND1", TEXT, TEXT, BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE,
                null, null, null, null, false, Status.GREEN, null, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsABegunMonthAmongThoseLeft() {
        assertThat(asOf("2017-02-28").monthsLeft()).isEqualTo(8);
        assertThat(asOf("2017-03-01").monthsLeft()).isEqualTo(8);
        assertThat(asOf("2017-10-30").monthsLeft()).isEqualTo(1);
        assertThat(asOf("2017-10-31").monthsLeft()).isZero();
        assertThat(asOf("2018-01-01").monthsLeft()).isZero();
    }

    @Test
    void needsTheRestOverTheMonthsLeftRoundedUp() {
        MonitoringReport report = asOf("2017-02-28");

        assertThat(report.neededPerMonth(indicator("0", "100", "65", "51"))).isEqualByComparingTo("7");
        assertThat(report.neededPerMonth(indicator("0", "100", "65", "100"))).isNull();
        assertThat(report.neededPerMonth(indicator("0", "100", "65", null))).isNull();
        assertThat(asOf("2017-10-31").neededPerMonth(indicator("0", "100", "65", "51"))).isNull();
    }

    private static Indicator indicator(String baseline, String target, String phased, String actual) {
        return new Indicator("IND1", TEXT, TEXT, decimal(baseline), decimal(target), decimal(phased), decimal(actual),
                null, null, null, false, actual == null ? Status.NO_DATA : Status.AMBER, null, null);
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static MonitoringReport asOf(String day) {
        LocalDate date = LocalDate.parse(day);
        return new MonitoringReport(Edition.NATIONAL, Map.of(), TEXT, TEXT, "1", TEXT, TEXT, LocalDate.of(2016, 5, 1), LocalDate.of(2017, 10, 31),
                date, date.atStartOfDay(), null, "1", false, new StatusScale(BigDecimal.valueOf(90),
                BigDecimal.valueOf(70)), List.of(), List.of(), null, List.of(), List.of());
    }
}
