package org.thun.reporting;

import java.util.Locale;

/** Turns the values of a report into a document. Holds no data and asks nobody: the same values give the same document. */
public interface ReportRenderer {

    /**
     * The whole document.
     *
     * @param locale Thai or English; any other language reads Thai
     */
    byte[] render(MonitoringReport report, ReportFormat format, Locale locale);
}
