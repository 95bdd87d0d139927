/**
 * Fills and exports reports, sends them to those who have subscribed, and keeps frozen copies of them: from the values of a
 * report to PDF, workbook, text document and page, in Thai and English. Owns the tables {@code report_*}; templates, fonts
 * and their texts are in {@code reports/}. Depends on indicators, registry and grants for what is reported, on programmes
 * for what it is measured against, on activities for the plan, on progress for when a period is accepted, on disbursement and
 * closeout for money and how it ended, on notifications for the way to the mail relay.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Reporting",
        allowedDependencies = {
            "shared", "identity", "audit", "workflow", "web", "programmes", "grants", "registry", "indicators", "activities",
            "progress", "disbursement", "closeout", "notifications"
        })
package org.thun.reporting;
