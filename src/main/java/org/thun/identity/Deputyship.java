package org.thun.identity;

import java.util.Set;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * Somebody does the tasks of another person's post for some days. It opens tasks and what has to be read for them; what the
 * holder begins without a task it does not open, and it cannot be handed on (ADR 0016).
 *
 * @param id its id
 * @param principalId who holds the post
 * @param principalName name of that person
 * @param post role and scope in which the deputy acts, from the first to the last day of doing so
 * @param limit the largest amount the deputy may decide about, or {@code null} without a limit
 * @param work keys of the processes whose tasks the deputy does; empty for all
 */
public record Deputyship(
        String id, String principalId, LocalizedText principalName, Post post, Money limit, Set<String> work) {

    public Deputyship {
        work = Set.copyOf(work);
    }

    /** Whether tasks of that process, for that role and in that scope, are the deputy's to do. */
    public boolean opens(Role role, Scope scope, String processKey) {
        return post.role() == role && post.covers(scope) && (work.isEmpty() || work.contains(processKey));
    }

    /** Whether the deputy may decide about so much. */
    public boolean reaches(Money amount) {
        return limit == null || amount.compareTo(limit) <= 0;
    }
}
