/**
 * Period reports: narrative and money of each reporting period, from the day they open to the day they are accepted and
 * frozen. Owns {@code period_report} and the tables that begin with {@code period_report_}; depends on activities,
 * indicators, documents, grants, programmes, tasks, workflow, audit, identity and web. Knows nothing of payments: what was
 * received is asked through {@link org.thun.progress.MoneyReceived}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Period reports",
        allowedDependencies = {
            "shared", "identity", "audit", "workflow", "tasks", "web", "programmes", "grants", "activities",
            "indicators", "documents"
        })
package org.thun.progress;
