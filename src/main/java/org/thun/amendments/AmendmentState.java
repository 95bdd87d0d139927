package org.thun.amendments;

import java.util.EnumSet;
import java.util.Set;

/** Where an amendment stands. */
public enum AmendmentState {
    DRAFT,
    /** With the programme officer. */
    SUBMITTED,
    /** With the approver. */
    REVIEWED,
    /** Approved; its day has not come, or a bank account still has to be confirmed. */
    APPROVED,
    /** The agreement is changed. */
    IN_FORCE,
    /** Back with who drafted it. */
    RETURNED,
    REJECTED,
    WITHDRAWN;

    private static final Set<AmendmentState> ENDED = EnumSet.of(IN_FORCE, REJECTED, WITHDRAWN);

    /** Whether it is still being written. */
    public boolean drafting() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether nothing more will happen with it. */
    public boolean ended() {
        return ENDED.contains(this);
    }
}
