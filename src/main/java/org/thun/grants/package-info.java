/**
 * The case file of a grant: the agreement and its versions, the budget and the tranche plan agreed in them, and the pages
 * that other modules hang their part of the case on. Owns {@code grant_file}, {@code agreement_version},
 * {@code agreement_budget_line}, {@code agreement_tranche}, {@code agreement_condition} and {@code agreement_term}; depends on programmes, parties,
 * tasks, workflow, audit, identity and web.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Grants",
        allowedDependencies = {"shared", "identity", "audit", "workflow", "tasks", "web", "programmes", "parties"})
package org.thun.grants;
