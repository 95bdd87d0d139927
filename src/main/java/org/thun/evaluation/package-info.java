/**
 * Evaluations of a grant by people from outside: who evaluates and is free of conflict, what they found, what the grantee
 * says to it, and the recommendations that follow. Owns {@code evaluation}, {@code evaluation_assignment},
 * {@code assessment}, {@code assessment_rating}, {@code fact_comment} and {@code recommendation}; depends on grants and
 * programmes, and hangs a gate on the tranches of disbursement.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Evaluation",
        allowedDependencies = {
            "shared", "identity", "audit", "workflow", "tasks", "web", "programmes", "grants", "disbursement"
        })
package org.thun.evaluation;
