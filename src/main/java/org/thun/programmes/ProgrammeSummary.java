package org.thun.programmes;

import java.time.LocalDate;
import org.thun.shared.LocalizedText;

/**
 * A programme in a list.
 *
 * @param key key of the programme
 * @param title its title in the version in force
 * @param versionNo number of the version in force
 * @param effectiveFrom since when that version is in force
 * @param workPlans number of work plans
 * @param activities number of activities
 * @param indicators number of indicators
 * @param centres number of centres
 * @param warnings number of warnings
 * @param runnable whether grants can be run on it
 */
public record ProgrammeSummary(
        String key,
        LocalizedText title,
        int versionNo,
        LocalDate effectiveFrom,
        int workPlans,
        int activities,
        int indicators,
        int centres,
        int warnings,
        boolean runnable) {}
