package org.thun.workflow;

import java.time.LocalDate;
import java.util.Optional;

/** Days on which something falls due that is no timer of the engine: the training clock can stop at them. */
public interface DueDays {

    /** The first such day after that one. */
    Optional<LocalDate> nextAfter(LocalDate day);
}
