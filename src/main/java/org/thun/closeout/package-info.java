/**
 * Closing a grant: final documents, the closing account, refund or last tranche, and the end of the case. Owns
 * {@code close_out} and the tables that begin with {@code close_out_}; depends on progress, activities, disbursement,
 * indicators and proposals (the grant that continues a closed one), documents (the archive), grants, programmes, tasks, workflow, audit, identity and
 * web, and hangs the gate of BR-06 on the last tranche.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Close-out",
        allowedDependencies = {
            "shared", "identity", "audit", "workflow", "tasks", "web", "programmes", "grants", "activities", "progress",
            "disbursement", "indicators", "proposals",
            "documents"
        })
package org.thun.closeout;
