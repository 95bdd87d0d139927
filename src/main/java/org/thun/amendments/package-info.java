/**
 * Changes of agreements: what is asked for, what it would do, who decides, and how an approved amendment changes the
 * agreement, plan, periods, targets, tranches and running processes in one transaction. Owns {@code amendment},
 * {@code amendment_part} and {@code amendment_decision}; stands on the rooms whose truth it changes and calls their doors
 * (ADR 0015).
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Amendments",
        allowedDependencies = {
            "shared", "identity", "audit", "workflow", "tasks", "web", "programmes", "parties", "grants", "documents",
            "activities", "indicators", "progress", "disbursement"
        })
package org.thun.amendments;
