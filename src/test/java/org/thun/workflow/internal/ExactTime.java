package org.thun.workflow.internal;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Sets the business clock to the second, where the training clock only knows mornings; forward only, like time. */
@Component
public class ExactTime {

    private final ShiftableClock clock;

    ExactTime(ShiftableClock clock) {
        this.clock = clock;
    }

    public void set(Instant now) {
        if (now.isBefore(clock.now())) {
            throw new IllegalArgumentException(now + " is past");
        }
        clock.shiftTo(now);
    }
}
