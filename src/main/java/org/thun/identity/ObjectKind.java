package org.thun.identity;

/** The kinds of things that permissions speak of: the rows of the permission matrix. */
public enum ObjectKind {
    PROGRAMME,
    PROPOSAL,
    AGREEMENT,
    ACTIVITY_PLAN,
    ACTIVITY_REPORT,
    REGISTRY_RECORD,
    /**
     * What a record says of a person beyond name, district and role: year of birth, sub-district, masked citizen number. Create
     * is to act for a person (file, removal of the name), approve is to agree as the second person.
     */
    SENSITIVE_DATA,
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
