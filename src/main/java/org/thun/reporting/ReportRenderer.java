package org.thun.reporting;

import java.util.Locale;

/** Turns the values of a report into a document. Holds no data and asks nobody: the same values give the same pages. */
public interface ReportRenderer {

    /**
     * The whole document.
     *
     * @param locale Thai or English; any other language reads Thai
     */
    byte[] render(MonitoringReport report, ReportFormat format, Locale locale);

    /** The report as part of a page: one {@code article} with its style, without scripts, safe to place unescaped. */
    String article(MonitoringReport report, Locale locale);

    /** What a downloaded file is called, with its extension: in the reader's language, safe in every file system. */
    String fileName(MonitoringReport report, ReportFormat format, Locale locale);
}
