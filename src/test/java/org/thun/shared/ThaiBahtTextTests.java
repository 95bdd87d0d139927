package org.thun.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BR-45: amounts in words on vouchers. */
class ThaiBahtTextTests {

    @ParameterizedTest
    @CsvSource({
        "0, ศูนย์บาทถ้วน",
        "1, หนึ่งบาทถ้วน",
        "10, สิบบาทถ้วน",
        "11, สิบเอ็ดบาทถ้วน",
        "20, ยี่สิบบาทถ้วน",
        "21, ยี่สิบเอ็ดบาทถ้วน",
        "101, หนึ่งร้อยเอ็ดบาทถ้วน",
        "110, หนึ่งร้อยสิบบาทถ้วน",
        "1234.50, หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์",
        "100000, หนึ่งแสนบาทถ้วน",
        "555555.55, ห้าแสนห้าหมื่นห้าพันห้าร้อยห้าสิบห้าบาทห้าสิบห้าสตางค์",
        "1000000, หนึ่งล้านบาทถ้วน",
        "1000001, หนึ่งล้านเอ็ดบาทถ้วน",
        "21000000, ยี่สิบเอ็ดล้านบาทถ้วน",
        "3600000.25, สามล้านหกแสนบาทยี่สิบห้าสตางค์",
        "1000000000000, หนึ่งล้านล้านบาทถ้วน",
        "0.01, หนึ่งสตางค์",
        "0.21, ยี่สิบเอ็ดสตางค์",
        "12.01, สิบสองบาทหนึ่งสตางค์"
    })
    void writesAmountsAsVouchersDo(String amount, String words) {
        assertThat(ThaiBahtText.of(Money.parse(amount))).isEqualTo(words);
    }

    @Test
    void refusesNegativeAmounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> ThaiBahtText.of(Money.parse("-1")));
    }
}
