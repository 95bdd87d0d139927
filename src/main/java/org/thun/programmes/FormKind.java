package org.thun.programmes;

/** Documents that people know by a code; the code itself is configuration of the programme. */
public enum FormKind {
    PROGRESS_REPORT,
    FOLLOW_UP_REPORT,
    FINAL_REPORT,
    PERIOD_SUMMARY,
    FINANCE_REPORT,
    CLOSING_FINANCE_REPORT,
    MENTOR_VISIT,
    VALUE_ASSESSMENT
}
