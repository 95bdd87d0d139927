/**
 * The activity plan of a grant: what the schedule lays out in its months, how each piece is planned, approved,
 * reported, checked and accepted, and what it cost. Owns {@code activity_occurrence}, {@code activity_plan},
 * {@code activity_report}, {@code activity_report_cost}, {@code activity_decision}, {@code activity_lock},
 * {@code activity_calendar}, {@code activity_pool}, {@code activity_attendance}, {@code activity_check},
 * {@code activity_invitation}, {@code activity_report_centre}, {@code activity_round_choice} and {@code activity_visit};
 * depends on grants, documents, programmes, tasks, workflow, audit, identity and web.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Activities",
        allowedDependencies = {"shared", "identity", "audit", "workflow", "tasks", "web", "programmes", "grants",
            "documents"})
package org.thun.activities;
