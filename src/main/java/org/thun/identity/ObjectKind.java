package org.thun.identity;

/** The kinds of things that permissions speak of: the rows of the permission matrix. */
public enum ObjectKind {
    PROGRAMME,
    PROPOSAL,
    AGREEMENT,
    ACTIVITY_PLAN,
    ACTIVITY_REPORT,
    REGISTRY_RECORD,
    MEASUREMENT,
    PROGRESS_REPORT,
    EVALUATION_ASSIGNMENT,
    ASSESSMENT,
    RECOMMENDATION,
    TRANCHE,
    AMENDMENT,
    CLOSE_OUT,
    AUDIT_LOG,
    /** Accounts, posts, clock, incidents: the running of the installation. */
    ADMINISTRATION
}
