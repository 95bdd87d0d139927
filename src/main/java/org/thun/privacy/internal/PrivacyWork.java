package org.thun.privacy.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.privacy.Privacy;
import org.thun.tasks.WorkList;

/** Tells second persons what waits for them. */
@Component
class PrivacyWork implements WorkList {

    private static final int MOST = 100;

    private final Privacy privacy;

    PrivacyWork(Privacy privacy) {
        this.privacy = privacy;
    }

    @Override
    public List<Waiting> waiting(Actor actor) {
        if (!actor.mayAnywhere(Action.APPROVE, ObjectKind.SENSITIVE_DATA)) {
            return List.of();
        }
        long count = privacy.list(actor, MOST).stream().filter(request -> privacy.mayDecide(request, actor)).count();
        return count == 0 ? List.of() : List.of(new Waiting("privacy.work.decide", count, "/privacy"));
    }
}
