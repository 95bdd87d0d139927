package org.thun.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThaiDatesTests {

    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final LocalDate DAY = LocalDate.of(2016, 5, 1);

    @ParameterizedTest
    @ValueSource(strings = {
        "2016-05-01", "2559-05-01", "1/5/2559", "01/05/2016", "๑/๕/๒๕๕๙", "1๐/๕/2559", "1 พ.ค. 2559", "1 พฤษภาคม 2559",
        "1 May 2016", "1-5-2559", "1.5.2559", " 1/5/2559 "
    })
    void readsEitherEraAndEitherDigits(String typed) {
        assertThat(ThaiDates.parse(typed).withDayOfMonth(1)).isEqualTo(DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/2/2559", "29/2/2558", "1/13/2559", "พรุ่งนี้", "", "1/5/59", "2016-5"})
    void refusesDaysThatDoNotExist(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> ThaiDates.parse(typed));
    }

    @Test
    void readsTheLeapDayInBothEras() {
        assertThat(ThaiDates.parse("29/2/2559")).isEqualTo(ThaiDates.parse("29/2/2016"));
    }

    @Test
    void showsTheBuddhistEraInThaiAndTheCommonEraInEnglish() {
        assertThat(ThaiDates.formatShort(DAY, THAI)).isEqualTo("1 พ.ค. 2559");
        assertThat(ThaiDates.formatLong(DAY, THAI)).isEqualTo("1 พฤษภาคม 2559");
        assertThat(ThaiDates.formatShort(DAY, Locale.ENGLISH)).isEqualTo("1 May 2016");
        assertThat(ThaiDates.formatMonth(DAY, THAI)).isEqualTo("พ.ค. 2559");
        assertThat(ThaiDates.formatDateTime(LocalDateTime.of(2016, 5, 1, 9, 5), THAI)).isEqualTo("1 พ.ค. 2559 09:05");
    }

    /** BR-42. */
    @ParameterizedTest
    @CsvSource({"2016-09-30,2559", "2016-10-01,2560", "2016-01-01,2559", "2017-12-31,2561"})
    void namesTheFiscalYearByItsEnd(LocalDate day, int year) {
        assertThat(ThaiDates.fiscalYear(day)).isEqualTo(year);
    }
}
