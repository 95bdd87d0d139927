package org.thun.tasks.internal;

import java.util.Optional;
import java.util.Set;
import org.thun.identity.Actor;
import org.thun.identity.Deputyship;
import org.thun.identity.Role;
import org.thun.shared.LocalizedText;

/**
 * By what somebody does a task.
 *
 * @param role role in which it is done
 * @param deputyship in whose place, or {@code null} in one's own name
 */
record Authority(Role role, Deputyship deputyship) {

    /**
     * A person's own post goes before anybody else's.
     *
     * @param excluded who may not do the task: an absent person's exclusion holds for the deputy (SD6)
     */
    static Optional<Authority> of(InboxRow row, Actor actor, Set<String> excluded) {
        return own(row, actor).or(() -> inPlace(row, actor, excluded));
    }

    static Optional<Authority> own(InboxRow row, Actor actor) {
        return actor.firstHeld(row.roles(), row.toTask().scope()).map(role -> new Authority(role, null));
    }

    static Optional<Authority> inPlace(InboxRow row, Actor actor, Set<String> excluded) {
        return actor.deputyships().stream()
                .filter(deputyship -> !excluded.contains(deputyship.principalId()) && opens(deputyship, row))
                .map(deputyship -> new Authority(deputyship.post().role(), deputyship))
                .findFirst();
    }

    static boolean opens(Deputyship deputyship, InboxRow row) {
        return row.roles().stream()
                .anyMatch(role -> deputyship.opens(role, row.toTask().scope(), row.processKey()));
    }

    /** The person, acting by this. */
    Actor acting(Actor actor) {
        return deputyship == null ? actor.as(role) : actor.as(deputyship);
    }

    /** The absent person, or {@code null}. */
    LocalizedText principal() {
        return deputyship == null ? null : deputyship.principalName();
    }
}
