package org.thun.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** BR-41: month n = [start + (n−1) months, start + n months − 1 day], computed from the start. */
class GrantMonthsTests {

    @Test
    void clipsAStartOnThe31stWithoutDrifting() {
        GrantMonths months = new GrantMonths(LocalDate.of(2016, 8, 31));
        assertThat(months.month(2)).isEqualTo(new DateRange(LocalDate.of(2016, 9, 30), LocalDate.of(2016, 10, 30)));
        assertThat(months.month(3).from()).isEqualTo(LocalDate.of(2016, 10, 31));
        assertThat(months.month(7).from()).isEqualTo(LocalDate.of(2017, 2, 28));
        assertThat(months.month(8).from()).isEqualTo(LocalDate.of(2017, 3, 31));
    }

    @Test
    void startsOnALeapDay() {
        GrantMonths months = new GrantMonths(LocalDate.of(2016, 2, 29));
        assertThat(months.months(1, 12).to()).isEqualTo(LocalDate.of(2017, 2, 27));
        assertThat(months.month(13).from()).isEqualTo(LocalDate.of(2017, 2, 28));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-01-01", "2016-01-31", "2016-08-31", "2016-02-29", "2016-05-15"})
    void findsTheMonthOfEveryDay(LocalDate start) {
        GrantMonths months = new GrantMonths(start);
        for (int n = 1; n <= 36; n++) {
            assertThat(months.monthOf(months.month(n).from())).isEqualTo(n);
            assertThat(months.monthOf(months.month(n).to())).isEqualTo(n);
            assertThat(months.month(n + 1).from()).isEqualTo(months.month(n).to().plusDays(1));
        }
        assertThat(months.monthOf(start.minusDays(1))).isLessThan(1);
    }
}
