package org.thun.workflow;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;

/**
 * Moves of the training clock as an administrator makes them: one at a time, in the background, so that a year can pass
 * while the screen shows how far it is. Exists together with {@link TrainingClock}.
 */
public interface ClockMoves {

    /**
     * Begins to move time forward.
     *
     * @param from the day the person saw; a second click on the same button finds that day gone and moves nothing
     * @param to the day to reach
     * @throws org.springframework.security.access.AccessDeniedException if the person does not administer
     */
    Outcome<Void> begin(Actor actor, LocalDate from, LocalDate to);

    /** The move under way, or the last one since the application started. */
    Optional<Move> latest();

    /** Waits for the move under way, at most that long. */
    void await(Duration atMost);

    /**
     * A move.
     *
     * @param from the day it began on
     * @param to the day it goes to
     * @param reached the day it is on now, or ended on
     * @param running whether it is under way
     * @param failed whether it stopped before its end because a day's work failed
     * @param happened what happened meanwhile, or {@code null} while it is under way
     */
    record Move(
            LocalDate from, LocalDate to, LocalDate reached, boolean running, boolean failed, Happened happened) {

        /** How far it is, 0 to 100. */
        public int percent() {
            long days = to.toEpochDay() - from.toEpochDay();
            return (int) (100 * (reached.toEpochDay() - from.toEpochDay()) / Math.max(1, days));
        }
    }

    /**
     * What happened during a move.
     *
     * @param tasks tasks that came up
     * @param timers timers that fired
     * @param started process runs that began
     * @param ended process runs that ended
     * @param incidents work that failed and waits for help
     */
    record Happened(long tasks, long timers, long started, long ended, long incidents) {}
}
