package org.thun.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessClockTests {

    private final TimeZone machine = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(machine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Bangkok", "America/New_York"})
    @DisplayName("midnight submission: the day counts in Bangkok, wherever the server stands")
    void countsDaysInBangkok(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        BusinessClock beforeMidnight = () -> Instant.parse("2016-11-30T16:59:59Z");
        BusinessClock afterMidnight = () -> Instant.parse("2016-11-30T17:00:00Z");
        assertThat(beforeMidnight.today()).isEqualTo(LocalDate.of(2016, 11, 30));
        assertThat(afterMidnight.today()).isEqualTo(LocalDate.of(2016, 12, 1));
        assertThat(afterMidnight.dateTime()).isEqualTo(LocalDateTime.of(2016, 12, 1, 0, 0));
    }
}
