package org.thun.programmes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thun.programmes.FiscalYearColumn;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.GrantPeriod;
import org.thun.programmes.PhasePoint;
import org.thun.programmes.PlannedOccurrence;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.shared.DateRange;

class GrantCalendarTests {

    private final ProgrammeDefinition reference = Definitions.reference();
    private final GrantCalendar calendar = GrantCalendar.of(reference, LocalDate.of(2016, 5, 1));

    @Test
    void periodsAreMonthRangesWithDueDays() {
        assertThat(calendar.periods()).containsExactly(
                period(1, "2016-05-01", "2016-10-31", "2016-11-30"),
                period(2, "2016-11-01", "2017-04-30", "2017-05-30"),
                period(3, "2017-05-01", "2017-10-31", "2017-11-30"));
        assertThat(calendar.end()).isEqualTo("2017-10-31");
    }

    @Test
    @DisplayName("BR-41: a start on the 31st is clipped to short months without drifting")
    void periodsFromTheThirtyFirstOfAugust() {
        GrantCalendar late = GrantCalendar.of(reference, LocalDate.of(2016, 8, 31));
        assertThat(late.periods()).extracting(GrantPeriod::days).containsExactly(
                days("2016-08-31", "2017-02-27"), days("2017-02-28", "2017-08-30"), days("2017-08-31", "2018-02-27"));
    }

    @Test
    @DisplayName("BR-41: a start on 29 February")
    void periodsFromLeapDay() {
        GrantCalendar leap = GrantCalendar.of(reference, LocalDate.of(2016, 2, 29));
        assertThat(leap.periods()).extracting(GrantPeriod::days).containsExactly(
                days("2016-02-29", "2016-08-28"), days("2016-08-29", "2017-02-27"), days("2017-02-28", "2017-08-28"));
    }

    @Test
    @DisplayName("BR-13: reminders before, on and after the due day")
    void reminderDaysFollowTheDueDay() {
        assertThat(calendar.reminderDays(calendar.periods().get(0))).containsExactly(
                LocalDate.of(2016, 10, 31), LocalDate.of(2016, 11, 23), LocalDate.of(2016, 11, 28),
                LocalDate.of(2016, 11, 30), LocalDate.of(2016, 12, 7), LocalDate.of(2016, 12, 15),
                LocalDate.of(2016, 12, 30));
    }

    @Test
    void weeklyPeriodsFollowTheLengthOfTheGrant() {
        ProgrammeDefinition crisis = Definitions.delivered("community-crisis-microgrants");
        List<GrantPeriod> periods = new GrantCalendar(crisis, LocalDate.of(2021, 2, 1), 1).periods();
        assertThat(periods).hasSize(4);
        assertThat(periods.get(3).days()).isEqualTo(days("2021-02-22", "2021-02-28"));
        assertThatThrownBy(() -> GrantCalendar.of(crisis, LocalDate.of(2021, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void extendedGrantLengthensItsLastPeriod() {
        GrantCalendar extended = new GrantCalendar(reference, LocalDate.of(2016, 5, 1), 21);
        assertThat(extended.periods()).hasSize(3);
        assertThat(extended.periods().get(2).days()).isEqualTo(days("2017-05-01", "2018-01-31"));
    }

    @Test
    void scheduleGivesThirtyTwoOccurrences() {
        Map<String, Long> perActivity = calendar.occurrences().stream()
                .collect(Collectors.groupingBy(PlannedOccurrence::activity, Collectors.counting()));
        assertThat(calendar.occurrences()).hasSize(32);
        assertThat(perActivity).containsOnly(
                Map.entry("1.1", 2L), Map.entry("2.4", 2L), Map.entry("4.4", 1L),
                Map.entry("1.2", 3L), Map.entry("2.1", 3L), Map.entry("2.3", 3L),
                Map.entry("3.1", 3L), Map.entry("3.2", 3L), Map.entry("3.3", 3L),
                Map.entry("4.1", 3L), Map.entry("4.2", 3L), Map.entry("4.3", 3L));
    }

    @Test
    void markIsOneOccurrenceInItsMonth() {
        assertThat(calendar.occurrences("1.1")).containsExactly(
                new PlannedOccurrence("1.1", 1, 2, 2, days("2016-06-01", "2016-06-30"), 1, true, false),
                new PlannedOccurrence("1.1", 2, 9, 9, days("2017-01-01", "2017-01-31"), 2, true, false));
    }

    @Test
    void openBarIsCutByPeriodsAndMarkedAsAssumed() {
        assertThat(calendar.occurrences("3.1")).containsExactly(
                new PlannedOccurrence("3.1", 1, 4, 6, days("2016-08-01", "2016-10-31"), 1, false, true),
                new PlannedOccurrence("3.1", 2, 7, 12, days("2016-11-01", "2017-04-30"), 2, false, true),
                new PlannedOccurrence("3.1", 3, 13, 18, days("2017-05-01", "2017-10-31"), 3, false, true));
        assertThat(calendar.occurrences("4.1")).hasSize(3).noneMatch(PlannedOccurrence::endAssumed);
        assertThat(calendar.occurrences("2.2")).isEmpty();
    }

    @ParameterizedTest(name = "IND{0} on {1} should stand at {2}")
    @CsvSource({
        "3, 2016-04-30, 175474",
        "3, 2016-10-31, 181605.5",
        "3, 2017-04-30, 191415.9",
        "3, 2017-10-31, 200000",
        "3, 2018-06-01, 200000",
        "4, 2016-10-31, 2866",
        "1, 2016-07-31, 10",
        "1, 2015-01-01, 0"
    })
    void phasedTargetIsAStraightLineBetweenPhases(int number, LocalDate at, BigDecimal expected) {
        assertThat(calendar.phasedTarget(reference.indicator("IND" + number).orElseThrow(), at))
                .isEqualByComparingTo(expected);
    }

    @Test
    void targetOfAnAgreementIsPhasedTheSameWay() {
        List<PhasePoint> none = List.of();
        assertThat(calendar.phasedTarget(none, BigDecimal.ZERO, new BigDecimal(549), LocalDate.of(2016, 5, 1)))
                .as("without phases a straight line over the 549 days of the grant")
                .isEqualByComparingTo("1");
    }

    @Test
    @DisplayName("BR-42: eighteen months from September touch three fiscal years")
    void fiscalYearsCutTheGrant() {
        GrantCalendar september = GrantCalendar.of(reference, LocalDate.of(2016, 9, 1));
        assertThat(september.fiscalYears()).containsExactly(
                new FiscalYearColumn(2559, days("2016-09-01", "2016-09-30")),
                new FiscalYearColumn(2560, days("2016-10-01", "2017-09-30")),
                new FiscalYearColumn(2561, days("2017-10-01", "2018-02-28")));
    }

    private static GrantPeriod period(int no, String from, String to, String due) {
        return new GrantPeriod(no, days(from, to), LocalDate.parse(due));
    }

    private static DateRange days(String from, String to) {
        return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    }
}
