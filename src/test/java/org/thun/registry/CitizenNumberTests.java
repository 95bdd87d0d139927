package org.thun.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("BR-19: the citizen number")
class CitizenNumberTests {

    @Test
    void isReadInEitherScriptWithHyphensAndBlanks() {
        assertThat(CitizenNumber.read("1-1017-00230-70-8").orElseThrow().digits()).isEqualTo("1101700230708");
        assertThat(CitizenNumber.read("๑ ๑๐๑๗ ๐๐๒๓๐ ๗๐ ๘")).isEqualTo(CitizenNumber.read("1101700230708"));
        assertThat(CitizenNumber.read("1–1017–00230–70–8")).isPresent();
    }

    @Test
    void isRefusedWhenItsLastDigitDoesNotCheck() {
        for (char last = '0'; last <= '9'; last++) {
            assertThat(CitizenNumber.read("110170023070" + last).isPresent()).isEqualTo(last == '8');
        }
        assertThat(CitizenNumber.read("1101700203708")).as("two digits swapped").isEmpty();
    }

    @Test
    void isRefusedWhenItIsTooShortTooLongOrNoNumber() {
        assertThat(CitizenNumber.read("110170023070")).isEmpty();
        assertThat(CitizenNumber.read("11017002307080")).isEmpty();
        assertThat(CitizenNumber.read("G101700230708")).isEmpty();
        assertThat(CitizenNumber.read("")).isEmpty();
        assertThatThrownBy(() -> new CitizenNumber("1101700230700")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isTakenOfPeopleWithoutNationalityToo() {
        assertThat(CitizenNumber.read("0-1234-56789-01-2")).isEmpty();
        assertThat(CitizenNumber.read("0-1234-56789-01-6")).isPresent();
    }

    @Test
    void showsNoMoreThanItsLastFourDigits() {
        CitizenNumber number = CitizenNumber.read("1101700230708").orElseThrow();
        assertThat(number.ending()).isEqualTo("0708");
        assertThat(CitizenNumber.masked("0708")).isEqualTo("•-••••-••••0-70-8");
        assertThat(number).hasToString("•-••••-••••0-70-8");
    }
}
