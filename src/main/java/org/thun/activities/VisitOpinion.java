package org.thun.activities;

/** What the mentor thinks of a grant after a visit. */
public enum VisitOpinion {
    LIKELY_TO_SUCCEED,
    WATCH_CLOSELY,
    MUST_TERMINATE
}
