package org.thun.identity;

/** The roles of the field. Their codes are the candidate groups of the process models; their rights are in {@link Permissions}. */
public enum Role {
    /** Grantee lead. */
    GL,
    /** Grantee coordinator. */
    GC,
    /** Grantee finance officer. */
    GF,
    /** Centre coordinator. */
    CC,
    /** Centre data manager. */
    CD,
    /** Mentor. */
    MT,
    /** Data verifier. */
    RV,
    /** Programme officer of the funder. */
    PO,
    /** Approver or board of the funder. */
    AP,
    /** Proposal reviewer. */
    PR,
    /** Evaluator. */
    EV,
    /** Evaluation manager. */
    EM,
    /** Finance maker. */
    FM,
    /** Finance approver. */
    FA,
    /** Auditor. */
    AU,
    /** Funder's reader or adviser: accepted data only (BR-50). */
    FR,
    /** System administrator: runs the system, does no business tasks (SD7). */
    SA;

    /** Key of the role's name in the message bundles. */
    public String messageKey() {
        return "identity.role." + name();
    }
}
