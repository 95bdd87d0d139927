package org.thun.audit;

/**
 * What happened to an object.
 *
 * @param streamId the story it belongs to: the grant's id, or the object's own id where there is no grant
 * @param command what was done, as {@code <object>.<verb>}; also the key of its text ({@code audit.command.<command>})
 * @param objectType kind of the object
 * @param objectId id of the object
 * @param fromState state before, or {@code null}
 * @param toState state after, or {@code null}
 * @param reason the words given for it, or {@code null}
 * @param data what the command carried; only its hash is kept here (the data itself lives in the owner's tables)
 */
public record AuditEvent(
        String streamId,
        String command,
        String objectType,
        String objectId,
        String fromState,
        String toState,
        String reason,
        Object data) {

    /** A transition of an object from one state to another. */
    public static AuditEvent transition(
            String streamId, String command, String objectType, String objectId, Enum<?> from, Enum<?> to) {
        return new AuditEvent(streamId, command, objectType, objectId,
                from == null ? null : from.name(), to == null ? null : to.name(), null, null);
    }

    /** A command that changes no state. */
    public static AuditEvent of(String streamId, String command, String objectType, String objectId) {
        return new AuditEvent(streamId, command, objectType, objectId, null, null, null, null);
    }

    public AuditEvent because(String reason) {
        return new AuditEvent(streamId, command, objectType, objectId, fromState, toState, reason, data);
    }

    public AuditEvent with(Object data) {
        return new AuditEvent(streamId, command, objectType, objectId, fromState, toState, reason, data);
    }
}
