package org.thun.proposals;

/** What a reviewer recommends. */
public enum Recommendation {
    APPROVE,
    REVISE,
    REJECT
}
