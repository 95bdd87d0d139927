package org.thun.evaluation;

/** Where an evaluation stands. */
public enum EvaluationState {
    /** Its month has not come. */
    PLANNED,
    /** Somebody is at work on it. */
    RUNNING,
    /** The assessment is final. */
    FINAL
}
