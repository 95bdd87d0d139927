package org.thun.progress;

import org.thun.progress.PeriodDossier.Verdict;

/**
 * The mentor or the officer has decided about a period report. Published inside the transaction of the decision.
 *
 * @param grantId the grant
 * @param reportId the report
 * @param periodNo number of the period
 * @param decisionNo number of the decision within the report
 * @param verdict what was decided
 */
public record ReportDecided(String grantId, String reportId, int periodNo, int decisionNo, Verdict verdict) {}
