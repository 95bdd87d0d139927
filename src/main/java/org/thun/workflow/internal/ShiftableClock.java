package org.thun.workflow.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;
import org.thun.shared.BusinessClock;

/** Real time, or real time shifted for training. The engine's clock is shifted with it, so timers follow. */
@Component
class ShiftableClock implements BusinessClock {

    private final Clock machine = Clock.systemUTC();
    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant now() {
        return machine.instant().plus(offset);
    }

    @Override
    public boolean moved() {
        return !offset.isZero();
    }

    Duration offset() {
        return offset;
    }

    void shiftTo(Instant now) {
        shiftBy(Duration.between(machine.instant(), now));
    }

    void shiftBy(Duration newOffset) {
        offset = newOffset;
        if (newOffset.isZero()) {
            ClockUtil.reset();
        } else {
            ClockUtil.offset(newOffset.toMillis());
        }
    }
}
