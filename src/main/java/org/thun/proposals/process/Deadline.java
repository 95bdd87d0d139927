package org.thun.proposals.process;

import java.time.LocalDate;
import org.thun.shared.BusinessClock;

/** Days as the timers of the models read them. */
final class Deadline {

    private Deadline() {}

    /** The first moment after a day. */
    static String after(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime().toString();
    }
}
