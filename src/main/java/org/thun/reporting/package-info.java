/**
 * Fills and exports reports, and keeps frozen copies of them: from the values of a report to PDF, workbook and page, in
 * Thai and English. Owns the tables {@code report_*}; templates, fonts and their texts
 * are in {@code reports/}. Depends on indicators, registry and grants for what is reported, on programmes for what it is measured
 * against, on progress for when a period is accepted.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Reporting",
        allowedDependencies = {"shared", "identity", "web", "programmes", "grants", "registry", "indicators", "progress", "workflow", "audit"})
package org.thun.reporting;
