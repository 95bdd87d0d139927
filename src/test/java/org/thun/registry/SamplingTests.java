package org.thun.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thun.programmes.RegistryPolicy;
import org.thun.programmes.RegistryPolicy.SuspectPolicy;

class SamplingTests {

    private static final RegistryPolicy POLICY = new RegistryPolicy(12, 24, Set.of(), new BigDecimal("5"), 20, 200,
            new BigDecimal("5"), 21, 7, 7, 1000, 5, new SuspectPolicy(70, 3, 100));

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "19,19", "20,20", "400,20", "401,21", "1000,50", "4000,200", "50000,200"})
    @DisplayName("BR-22: 5 % of the records, at least 20, at most 200, all where there are fewer")
    void drawsAShareWithinItsBounds(int records, int size) {
        assertThat(SampleDraw.size(records, POLICY)).isEqualTo(size);
    }

    @Test
    void drawsTheSameFromTheSameSeedWhateverTheOrderOfTheRecords() {
        List<String> ids = IntStream.range(0, 500).mapToObj(i -> "r" + i).toList();
        List<String> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, new Random(7));
        List<String> sample = SampleDraw.draw(ids, 25, 2559);
        assertThat(sample).hasSize(25).doesNotHaveDuplicates();
        assertThat(SampleDraw.draw(shuffled, 25, 2559)).isEqualTo(sample);
        assertThat(SampleDraw.draw(ids, 25, 2560)).isNotEqualTo(sample);
    }

    @Test
    void drawsEveryRecordAboutEquallyOften() {
        List<String> ids = List.of("a", "b", "c", "d", "e");
        int[] drawn = new int[ids.size()];
        Random seeds = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            SampleDraw.draw(ids, 2, seeds.nextLong()).forEach(id -> drawn[ids.indexOf(id)]++);
        }
        assertThat(drawn).satisfies(counts -> {
            for (int count : counts) {
                assertThat(count).isBetween(3_800, 4_200);
            }
        });
    }

    @ParameterizedTest
    // Wilson's interval as tables give it.
    @CsvSource({"1,20,5.00,0.89,23.61", "0,20,0.00,0.00,16.11", "10,200,5.00,2.74,8.96", "20,20,100.00,83.89,100.00"})
    void statesTheErrorWithItsConfidence(int wrong, int judged, BigDecimal percent, BigDecimal lower, BigDecimal upper) {
        ErrorRate rate = new ErrorRate(wrong, judged);
        assertThat(rate.percent()).isEqualTo(percent);
        assertThat(rate.lower()).isEqualTo(lower);
        assertThat(rate.upper()).isEqualTo(upper);
    }

    @Test
    void comparesWithTheLimitExactly() {
        assertThat(new ErrorRate(1, 20).above(new BigDecimal("5"))).isFalse();
        assertThat(new ErrorRate(11, 200).above(new BigDecimal("5"))).isTrue();
        assertThat(new ErrorRate(0, 0).above(new BigDecimal("5"))).isFalse();
        assertThat(new ErrorRate(0, 0).percent()).as("missing is not zero").isNull();
    }

    @Test
    void knowsItsQuarters() {
        assertThat(Quarter.of(LocalDate.of(2016, 12, 31)).days().from()).isEqualTo(LocalDate.of(2016, 10, 1));
        assertThat(Quarter.of(LocalDate.of(2016, 12, 31)).next().days().to()).isEqualTo(LocalDate.of(2017, 3, 31));
        assertThat(Quarter.of(LocalDate.of(2016, 2, 29)).before().from()).isEqualTo(LocalDate.of(2015, 10, 1));
        LocalDate middle = LocalDate.of(2016, 2, 1);
        assertThatThrownBy(() -> new Quarter(middle)).isInstanceOf(IllegalArgumentException.class);
    }
}
