package org.thun.audit;

import java.time.LocalDateTime;

/**
 * One entry of the trail. Order entries by {@link #seq}, never by time.
 *
 * @param seq order over the whole installation
 * @param streamId the story it belongs to
 * @param streamSeq order within the story, without gaps
 * @param atTime when, on the business clock
 * @param accountId who, or {@code null} for the system
 * @param accountName the name of that person at the time
 * @param roleCode the role in which the person acted, or {@code null}
 * @param forAccountId in whose place, or {@code null} in the person's own name
 * @param forAccountName the name of that person at the time, or {@code null}
 * @param command what was done
 * @param objectType kind of the object
 * @param objectId id of the object
 * @param fromState state before, or {@code null}
 * @param toState state after, or {@code null}
 * @param reason the words given for it, or {@code null}
 * @param dataHash SHA-256 of what the command carried, or {@code null}
 * @param prevHash hash of the entry before it in the story
 * @param entryHash hash over this entry and the one before
 */
public record AuditEntry(
        long seq,
        String streamId,
        long streamSeq,
        LocalDateTime atTime,
        String accountId,
        String accountName,
        String roleCode,
        String forAccountId,
        String forAccountName,
        String command,
        String objectType,
        String objectId,
        String fromState,
        String toState,
        String reason,
        String dataHash,
        String prevHash,
        String entryHash) {}
