package org.thun.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.SuspicionReason;
import org.thun.registry.internal.MatchMapper.TraitRow;

@DisplayName("BR-19: how much speaks for two records being the same")
class LikenessTests {

    private static final int LEAST = 70;

    @Test
    void isCertainWithTheSameCitizenNumberWhateverTheNames() {
        Likeness likeness = between(person("มานี", 1975, "50", "k", "abc"), person("มาณี", 1980, "51", "k", "abc")).orElseThrow();
        assertThat(likeness.certain()).isTrue();
        assertThat(likeness.score()).isEqualTo(100);
        assertThat(likeness.reasons()).containsExactly(SuspicionReason.SAME_NUMBER, SuspicionReason.OTHER_PROVINCE);
    }

    @Test
    void isNothingWithTwoCitizenNumbersThatDiffer() {
        assertThat(between(person("มานี", 1975, "50", "k", "abc"), person("มานี", 1975, "50", "k", "xyz"))).isEmpty();
    }

    @Test
    void countsNameYearAndPlaceForPeopleWithoutANumber() {
        Likeness same = between(person("มานี", 1975, "50"), person("นางมาณี", 1975, "50")).orElseThrow();
        assertThat(same.score()).isEqualTo(99);
        assertThat(same.certain()).isFalse();
        assertThat(same.reasons()).contains(SuspicionReason.SAME_NAME, SuspicionReason.SAME_BIRTH_YEAR,
                SuspicionReason.SAME_SUBDISTRICT);
        assertThat(between(person("มานี", 1975, "50"), person("มานี", 1976, "50")).orElseThrow().reasons())
                .contains(SuspicionReason.NEAR_BIRTH_YEAR);
        assertThat(between(person("มานี", 1975, "50"), person("มานี", 1975, "51")).orElseThrow().score()).isEqualTo(80);
        assertThat(between(person("มานี", 1975, "50"), person("มานี", null, "50"))).isPresent();
        assertThat(between(person("มานี", null, "50"), person("มานี", null, "51"))).as("a name is not enough").isEmpty();
        assertThat(between(person("มานี", 1975, "50"), person("มานี", 1960, "50"))).as("mother and daughter").isEmpty();
    }

    @Test
    void tellsOrganisationsByNameAndPlace() {
        assertThat(between(organisation("กลุ่มออมทรัพย์บ้านดง", "แม่ริม"), organisation("กลุ่มออมทรัพย์ บ้านดง", "แม่ริม"))).isPresent();
        assertThat(between(organisation("กลุ่มออมทรัพย์บ้านดง", ""), organisation("กลุ่มออมทรัพย์บ้านดง", "แม่ริม"))).isPresent();
        assertThat(between(organisation("กลุ่มออมทรัพย์บ้านดง", "แม่แตง"), organisation("กลุ่มออมทรัพย์บ้านดง", "แม่ริม")))
                .as("villages share names").isEmpty();
    }

    private static Optional<Likeness> between(Traits one, Traits other) {
        Optional<Likeness> likeness = Likeness.between(one, other, LEAST);
        assertThat(Likeness.between(other, one, LEAST)).as("whichever is looked at first").isEqualTo(likeness);
        return likeness;
    }

    private static Traits person(String name, Integer birthYear, String province) {
        return person(name, birthYear, province, null, null);
    }

    private static Traits person(String name, Integer birthYear, String province, String key, String hash) {
        return new TraitRow(name, "g", Register.PERSON, province, name, "ใจดี", "เมือง", "ศรีภูมิ", "female", birthYear, null, key,
                hash).traits();
    }

    private static Traits organisation(String name, String district) {
        return new TraitRow(name, "g", Register.ORGANISATION, "50", name, null, district, null, null, null, null, null, null)
                .traits();
    }
}
