package org.thun.amendments;

/** What a part of an amendment changes. */
public enum AmendmentKind {
    /** The length of the grant (BR-34). */
    TIME,
    /** Money from one cell of the budget to another (BR-10). */
    BUDGET,
    /** Baseline and target of an indicator (BR-25). */
    TARGET,
    /** The months of an occurrence of an activity. */
    ACTIVITY_MOVE,
    /** A further occurrence of an activity. */
    ACTIVITY_ADD,
    /** An occurrence is given up. */
    ACTIVITY_CANCEL,
    /** The scope of the work, in words. */
    SCOPE,
    /** The organisation that carries a centre. */
    PARTNER,
    /** Who holds a post of the grantee. */
    PEOPLE,
    /** The account to which money is paid (SD8). */
    BANK,
    /** Amounts and times of the tranches nobody has asked for (BR-02). */
    TRANCHES,
    /** The due days of reports. */
    DUE_DAYS,
    /** Payments and clocks stand still. */
    SUSPENSION,
    /** A suspended grant runs again. */
    RESUMPTION,
    /** The grant ends before its time (BR-36). */
    TERMINATION
}
