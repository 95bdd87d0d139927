package org.thun.activities;

/** Where one version of an activity report stands. */
public enum ReportState {
    SUBMITTED,
    MENTOR_CHECKED,
    RETURNED,
    ACCEPTED,
    /** Part of an accepted period report: can no longer change. */
    LOCKED;

    public boolean accepted() {
        return this == ACCEPTED || this == LOCKED;
    }
}
