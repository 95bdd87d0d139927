/**
 * Tells people what has happened: a list in the application, mail after commit, a daily digest, and a calendar of due days.
 * Owns {@code notice} and the tables that begin with {@code notice_}; listens to tasks, progress, disbursement, grants and amendments,
 * and keeps the one way to the mail relay, {@link org.thun.notifications.MailRelay}. Nobody needs it to do their work.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {
            "shared", "identity", "audit", "workflow", "web", "tasks", "grants", "progress", "disbursement", "amendments"
        })
package org.thun.notifications;
