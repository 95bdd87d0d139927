package org.thun.workflow;

/**
 * The clocks of all processes that serve a case: its timers. A suspended grant stops them (its tasks can still be done); all
 * of it happens in the caller's transaction. A timer that comes up while the clocks are stopped runs.
 */
public interface CaseClocks {

    /** Stops every timer of the case. */
    void stop(String caseId);

    /** Starts them again, each later by that many days; what has come due meanwhile happens then. */
    void start(String caseId, int daysLater);
}
