package org.thun.progress;

import java.time.LocalDate;

/**
 * Somebody has to be reminded of a period report (BR-13). Published inside the transaction that noted the reminder, once for
 * each offset.
 *
 * @param grantId the grant
 * @param reportId the report
 * @param periodNo number of the period
 * @param dueOn day on which the report is due
 * @param offsetDays days after the due day; negative is before
 */
public record ReportReminded(String grantId, String reportId, int periodNo, LocalDate dueOn, int offsetDays) {}
