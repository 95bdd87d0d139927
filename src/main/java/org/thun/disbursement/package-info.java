/**
 * The money of a grant: tranches with the gates that hold them, vouchers and payments with two keys, and the ledger from
 * which every balance is summed. Owns {@code tranche}, {@code payment_request}, {@code payment_voucher} and
 * {@code ledger_entry}; depends on grants, programmes, parties, progress and what those stand on. Other modules hang gates
 * of their own on a tranche with {@link org.thun.disbursement.TrancheGate}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Disbursement",
        allowedDependencies = {
            "shared", "identity", "audit", "workflow", "tasks", "web", "programmes", "parties", "grants", "progress"
        })
package org.thun.disbursement;
