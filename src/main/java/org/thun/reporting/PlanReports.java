package org.thun.reporting;

import java.util.Locale;
import java.util.Optional;
import org.thun.identity.Actor;

/** The activity plan report of a grant, within what a person may read. */
public interface PlanReports {

    /** The plan as of today; empty if there is no such grant for this person, or no plan yet. */
    Optional<PlanReport> of(String grantId, Actor actor);

    /**
     * The whole document.
     *
     * @param format PDF or XLSX
     * @throws IllegalArgumentException for any other format
     */
    byte[] render(PlanReport report, ReportFormat format, Locale locale);

    /** What a downloaded file is called, with its extension. */
    String fileName(PlanReport report, ReportFormat format, Locale locale);
}
