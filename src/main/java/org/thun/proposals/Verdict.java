package org.thun.proposals;

/** What the approver decides. */
public enum Verdict {
    APPROVE,
    APPROVE_WITH_CONDITIONS,
    REVISE,
    REJECT;

    public boolean approves() {
        return this == APPROVE || this == APPROVE_WITH_CONDITIONS;
    }
}
