package org.thun.tasks;

/**
 * A task waits no more: done, or taken away by its process. Published inside the transaction that ended it.
 *
 * @param taskId id of the task
 */
public record TaskGone(String taskId) {}
