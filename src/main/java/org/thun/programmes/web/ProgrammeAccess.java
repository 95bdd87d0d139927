package org.thun.programmes.web;

import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Post;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;

/** Who may look at a definition. */
final class ProgrammeAccess {

    private ProgrammeAccess() {}

    /**
     * A definition is open to everyone whose right to read definitions reaches it. People of an organisation or a grant
     * read all of them, for they apply and work under them; people of a centre only the one their centre belongs to.
     */
    static boolean mayRead(Actor actor, String programmeKey) {
        return actor.may(Action.READ, ObjectKind.PROGRAMME, Scope.ofProgramme(programmeKey))
                || actor.mayAnywhere(Action.READ, ObjectKind.PROGRAMME)
                        && actor.readingPosts().stream().map(Post::scopeKind)
                                .anyMatch(kind -> kind == ScopeKind.ORGANISATION || kind == ScopeKind.GRANT);
    }

    /** Faults of files concern those who write definitions and those who run the installation. */
    static boolean maySeeFaults(Actor actor) {
        return actor.mayAnywhere(Action.EDIT, ObjectKind.PROGRAMME)
                || actor.mayAnywhere(Action.READ, ObjectKind.ADMINISTRATION);
    }
}
