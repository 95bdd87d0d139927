package org.thun.evaluation;

/** Where an assessment stands. */
public enum AssessmentState {
    /** Filed; the grantee comments on facts. */
    FACT_CHECK,
    /** The evaluator answers the comments and writes the final text. */
    REVISION,
    /** The final text waits for approval. */
    SUBMITTED,
    /** The evaluation manager wants it changed. */
    RETURNED,
    /** Approved; never changed again. */
    FINAL
}
