package org.thun.audit;

import java.util.List;
import org.thun.identity.Actor;

/** Writes down every command and transition (BR-44), in the transaction of the command itself. */
public interface AuditTrail {

    /**
     * Adds an entry. Must be called inside the command's transaction, so that neither can exist without the other.
     *
     * @param actor who acts; the role is {@link Actor#acting()}
     * @param event what happened
     */
    void record(Actor actor, AuditEvent event);

    /** The same for many events, each with its own entry, in a handful of statements. */
    void record(Actor actor, List<AuditEvent> events);

    /** The entries of one stream, oldest first. */
    List<AuditEntry> stream(String streamId);

    /** The newest entries of several streams (a grant and its proposal), newest first: a timeline. */
    List<AuditEntry> timeline(List<String> streamIds, int limit);

    /**
     * Recomputes the chain of a stream; the first entry that does not fit, if any. Finds entries changed, added or taken
     * away, also at the end; whoever rewrites a whole chain and its end is found only by a copy kept elsewhere.
     * Locks the end of the chain meanwhile, so it cannot run in a read-only transaction.
     */
    ChainCheck verify(String streamId);

    /**
     * What a check of a chain found.
     *
     * @param entries entries read
     * @param brokenAt sequence number of the first entry that does not fit, or {@code null} if the chain holds
     */
    record ChainCheck(long entries, Long brokenAt) {
        public boolean holds() {
            return brokenAt == null;
        }
    }
}
