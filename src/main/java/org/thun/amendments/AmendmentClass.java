package org.thun.amendments;

/** How weighty an amendment is, rising: who decides follows from it (BR-10). */
public enum AmendmentClass {
    /** The grantee gives notice; the programme officer takes note. */
    NOTICE,
    /** The programme officer decides. */
    MINOR,
    /** The approver decides. */
    MAJOR
}
