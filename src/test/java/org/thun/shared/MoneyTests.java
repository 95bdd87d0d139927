package org.thun.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** BR-45: money is exact. */
class MoneyTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1234.5|123450", "1,234.50|123450", "๑,๒๓๔.๕๐|123450", "1๒|1200", "0|0", "-12.34|-1234", "9999999999999.99|999999999999999"
    })
    void readsAmountsAsPeopleWriteThem(String typed, long satang) {
        assertThat(Money.parse(typed).satang()).isEqualTo(satang);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.005", "1.2.3", "abc", "", "1e3", "12 บาท", "--1", "NaN"})
    void refusesWhatIsNotAnAmountInBahtAndSatang(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(typed));
    }

    @Test
    void neverRoundsSilently() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(new BigDecimal("0.001")));
    }

    @Test
    void cutsSharesDownSoThatTheyNeverExceedTheWhole() {
        Money third = Money.parse("100.00").percentRoundedDown(new BigDecimal("33.33"));
        assertThat(third).isEqualTo(Money.parse("33.33"));
        assertThat(Money.parse("0.05").percentRoundedDown(new BigDecimal("30"))).isEqualTo(Money.parse("0.01"));
    }

    @Test
    void showsThousandsAndTwoDecimals() {
        assertThat(Money.parse("1234567.8").formatted()).isEqualTo("1,234,567.80");
        assertThat(Money.parse("1234567.8")).hasToString("1234567.80");
    }

    @Test
    void refusesToOverflow() {
        Money most = new Money(Long.MAX_VALUE);
        assertThat(most.minus(most)).isEqualTo(Money.ZERO);
        assertThatThrownBy(() -> most.plus(new Money(1)))
                .isInstanceOf(ArithmeticException.class);
    }
}
