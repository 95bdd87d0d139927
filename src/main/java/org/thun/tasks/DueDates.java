package org.thun.tasks;

/** Keeps the due days of open tasks in step with the objects they are about. */
public interface DueDates {

    /** Asks the sources anew by when each open task of a case should be done, in the caller's transaction. */
    void refresh(String caseId);
}
