package org.thun.evaluation;

/** Where the assignment of one evaluator stands. */
public enum AssignmentState {
    /** Asked; the conflict declaration is awaited. */
    PROPOSED,
    /** Declared free of conflict and accepted. */
    ACCEPTED,
    /** The assessment is filed. */
    DELIVERED,
    /** The assessment is approved. */
    APPROVED,
    /** The person said no. */
    DECLINED,
    /** The person declared a conflict (SD3). */
    RECUSED,
    /** No answer in time; somebody else is asked (BR-26). */
    REPLACED
}
