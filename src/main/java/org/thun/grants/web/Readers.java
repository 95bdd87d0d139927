package org.thun.grants.web;

import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.Scope;

/** What of a case's story a person may read. */
final class Readers {

    private Readers() {}

    /** Whether the person sees the words others gave for what they did: everybody at work in the case, no mere reader. */
    static boolean readsReasons(Actor actor, Scope scope) {
        return actor.posts().stream().anyMatch(post -> post.role() != Role.FR && post.covers(scope));
    }
}
