/**
 * Proposals from the first draft to the decision: versions side by side, screening, reviews, answers to comments. Owns
 * {@code proposal}, {@code proposal_version}, {@code proposal_budget_line}, {@code proposal_review},
 * {@code proposal_comment}, {@code proposal_decision} and {@code proposal_condition}; depends on grants (which an approval
 * opens), programmes, parties, tasks, workflow, audit, identity and web.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Proposals",
        allowedDependencies = {
            "shared", "identity", "audit", "workflow", "tasks", "web", "programmes", "parties", "grants"
        })
package org.thun.proposals;
