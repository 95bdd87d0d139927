package org.thun.amendments;

/** Why a grant is ended before its time (BR-36). */
public enum TerminationReason {
    /** The agreement was broken. */
    BREACH,
    /** No progress, and none to be expected. */
    NO_PROGRESS,
    /** Reports or money were not accounted for. */
    NOT_ACCOUNTED,
    /** The grantee asks for it. */
    GRANTEE_ASKS,
    /** Something nobody could prevent. */
    FORCE_MAJEURE
}
