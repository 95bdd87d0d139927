package org.thun.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The only source of time. Days are days in Bangkok, wherever the server stands. In training this clock is moved by an
 * administrator; nothing in the product reads the machine's clock directly.
 */
public interface BusinessClock {

    /** The zone in which a day begins and ends for everybody: Asia/Bangkok. */
    ZoneId ZONE = ZoneId.of("Asia/Bangkok");

    /** The current instant. */
    Instant now();

    /** The current day in Bangkok. */
    default LocalDate today() {
        return now().atZone(ZONE).toLocalDate();
    }

    /** The current date and time in Bangkok, as stored in tables. */
    default LocalDateTime dateTime() {
        return LocalDateTime.ofInstant(now(), ZONE);
    }

    /** Whether time has been moved for training, so that people must be told that this is not the real day. */
    default boolean moved() {
        return false;
    }
}
