package org.thun.workflow;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Lets an administrator live through a grant in minutes: moves time forward, does each day's work and fires the timers
 * that come due on the way. Exists only where {@code thun.training-clock.enabled} is set.
 */
public interface TrainingClock {

    /** The business day it is now. */
    LocalDate today();

    /**
     * Sets the day before anything has happened; the only way to go back in time.
     *
     * @throws IllegalStateException if a process has been started already
     */
    void beginOn(LocalDate day);

    /**
     * Moves time forward to the morning of a day, living every day between.
     *
     * @throws IllegalArgumentException if the day is not after today
     */
    void moveTo(LocalDate day);

    /** The next day on which a timer or a task falls due, if anything is waiting. */
    Optional<LocalDate> nextDueDay();
}
