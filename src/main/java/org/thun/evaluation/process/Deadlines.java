package org.thun.evaluation.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.thun.shared.BusinessClock;

/** Deadlines as the engine's timers read them. */
final class Deadlines {

    private Deadlines() {}

    /** The moment at which a last day is over. */
    static String endOf(LocalDate lastDay) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                lastDay.plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime());
    }
}
