/**
 * The inbox: open work per person, the page on which a task is decided, drafts, and the one way to complete a task: a
 * form's command, checked and carried out in one transaction. Owns {@code inbox_task}, {@code inbox_audience},
 * {@code inbox_exclusion}, {@code inbox_done}, {@code deputy_act} and {@code task_draft}; depends on workflow, identity,
 * audit and web.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Tasks",
        allowedDependencies = {"shared", "identity", "audit", "workflow", "web"})
package org.thun.tasks;
