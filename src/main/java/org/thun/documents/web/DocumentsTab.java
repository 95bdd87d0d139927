package org.thun.documents.web;

import org.springframework.stereotype.Component;
import org.thun.grants.CaseTab;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.identity.Role;

/** The documents of a case file. */
@Component
class DocumentsTab implements CaseTab {

    static final String PATH = "documents";

    @Override
    public int order() {
        return 650;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String messageKey() {
        return "documents.tab";
    }

    /** A reader of accepted data only (BR-50) has nothing to see there. */
    @Override
    public boolean visibleTo(Actor actor, Grant grant) {
        return actor.roles().stream().anyMatch(role -> role != Role.FR);
    }
}
