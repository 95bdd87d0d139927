package org.thun.notifications.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.notifications.Notices;
import org.thun.tasks.WorkList;

/** Unread notices, on "My work". */
@Component
class UnreadNotices implements WorkList {

    private final Notices notices;

    UnreadNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<Waiting> waiting(Actor actor) {
        long unread = notices.unread(actor);
        return unread == 0 ? List.of() : List.of(new Waiting("notifications.unread", unread, "/notices"));
    }
}
