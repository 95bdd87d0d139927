package org.thun;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.shared.BusinessClock;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

@ThunTest
class StartTests {

    @Autowired
    BusinessClock clock;

    @Autowired
    TrainingClock training;

    @Test
    void startsWithOneClockForPeopleAndTimers() {
        assertThat(training.today()).isEqualTo(clock.today());
    }
}
