/**
 * Fills and exports reports, and keeps frozen copies of them: from the values of a report to PDF, workbook and page, in
 * Thai and English. Owns the table {@code report_snapshot}. Templates, fonts and their texts are in {@code reports/}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Reporting",
        allowedDependencies = {"shared"})
package org.thun.reporting;
