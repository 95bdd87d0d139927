package org.thun.workflow;

import java.time.LocalDate;

/**
 * Work a module does once at the beginning of each business day: opening what falls due. Days missed while the
 * application was down are made up one by one, in order. Work must be safe to repeat: a day interrupted by a crash is
 * done again.
 */
public interface DailyWork {

    /** Does the work of that day, in its own transaction. */
    void on(LocalDate day);
}
