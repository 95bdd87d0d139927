package org.thun.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThaiTextTests {

    @Test
    void ordersAsADictionaryDoes() {
        List<String> sorted = Stream.of("แก้ว", "ไกร", "กล้า", "เก่ง", "ขาว", "กา", "โกวิท")
                .sorted((a, b) -> Arrays.compareUnsigned(ThaiText.sortKey(a), ThaiText.sortKey(b)))
                .toList();
        assertThat(sorted).containsExactly("กล้า", "กา", "เก่ง", "แก้ว", "โกวิท", "ไกร", "ขาว");
    }

    @Test
    void keepsKeysOfLongNamesWithinTheirColumn() {
        assertThat(ThaiText.sortKey("ก".repeat(300))).hasSize(255);
    }

    @Test
    void removesWhatNobodyMeantToType() {
        assertThat(ThaiText.clean("  นาย\u00A0 \tกา\u200Bง\u0007 ")).isEqualTo("นาย กาง");
        assertThat(ThaiText.clean("น\u0E4D\u0E32")).isEqualTo("น\u0E33");
        assertThat(ThaiText.clean(" \n ")).isNull();
        assertThat(ThaiText.clean(null)).isNull();
    }

    @Test
    void readsNumbersAsPeopleWriteThem() {
        assertThat(RecordNumbers.read(" per-๑๒๓ ")).contains(123L);
        assertThat(RecordNumbers.read("42")).contains(42L);
        assertThat(RecordNumbers.read("มานี")).isEmpty();
    }
}
