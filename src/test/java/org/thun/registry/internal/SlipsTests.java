package org.thun.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thun.programmes.IndicatorSource.Register;

class SlipsTests {

    @Test
    void reachesEverySkeletonASlipAwayAndNoOther() {
        List<KeyRange> ranges = Slips.around(skeleton("สมชาย"));
        for (String other : List.of("สมชาย", "สชาย", "สมสชาย", "มสชาย", "สมชาน", "สมชายก", "สม ชาย")) {
            assertThat(reached(ranges, skeleton(other))).as(other).isTrue();
        }
        for (String other : List.of("วิชัย", "สมบัติ", "ชายสม", "มานี")) {
            assertThat(reached(ranges, skeleton(other))).as(other).isFalse();
        }
    }

    @Test
    void countsTheSlipsBetweenWhatWasTypedAndTheBestBeginningOfAName() {
        assertThat(Slips.between(sound("สมชาย"), sound("สมชาย ใจดี"))).isZero();
        assertThat(Slips.between(sound("สมชาว"), sound("สมชาย ใจดี"))).isEqualTo(1);
        assertThat(Slips.between(sound("มสชาย"), sound("สมชาย"))).isEqualTo(1);
        assertThat(Slips.between(sound("สมชาย"), sound("สม"))).isEqualTo(3);
    }

    @Test
    void givesAPersonAKeyForTheWholeNameAndOneForTheSurname() {
        List<NameKey> keys = NameKey.of(Register.PERSON, "น.ส.ศิริพร", "แก้วมณี", null);
        assertThat(keys).hasSize(2);
        assertThat(keys.get(0).skeleton()).isEqualTo(skeleton("สิริพร แก้วมนี"));
        assertThat(keys.get(1).sound()).isEqualTo(sound("แก้วมณี"));
    }

    @Test
    void keysAreOneByteALetterAndNeverTooLong() {
        assertThat(sound("สมชาย")).hasSize(5);
        NameKey.of(Register.ORGANISATION, "กลุ่มออมทรัพย์เพื่อการผลิต".repeat(7), null, null).forEach(key -> {
            assertThat(key.skeleton().length).isLessThanOrEqualTo(40);
            assertThat(key.sound().length).isLessThanOrEqualTo(60);
        });
        assertThat(NameKey.of(Register.PERSON, "อุ๊", null, null)).hasSize(1);
        assertThat(NameKey.of(Register.PERSON, "", null, null)).isEmpty();
    }

    private static boolean reached(List<KeyRange> ranges, byte[] key) {
        return ranges.stream().anyMatch(range ->
                Arrays.compareUnsigned(range.from(), key) <= 0 && Arrays.compareUnsigned(key, range.to()) < 0);
    }

    private static byte[] skeleton(String name) {
        return NameKey.of(NameKey.sought(Register.PERSON, name)).skeleton();
    }

    private static byte[] sound(String name) {
        return NameKey.of(NameKey.sought(Register.PERSON, name)).sound();
    }
}
