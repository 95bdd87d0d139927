/**
 * The only owner of the process engine: configuration, deployment, starting and completing, timers and the business clock
 * they follow, retries and incidents. Owns the engine's tables, {@code case_process}, {@code training_clock} and
 * {@code business_day}; depends on shared values, identity and audit.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Workflow",
        allowedDependencies = {"shared", "identity", "audit", "web"})
package org.thun.workflow;
