package org.thun.tasks;

/**
 * A task has come up. Published inside the transaction that brought it up.
 *
 * @param taskId id of the task
 * @param caseId case file it belongs to
 */
public record TaskWaiting(String taskId, String caseId) {}
