package org.thun.registry.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Scope;
import org.thun.registry.RegistryChecks;
import org.thun.tasks.WorkList;

/** Tells administrators of summaries that do not agree with the records. */
@Component
class CheckWork implements WorkList {

    private final RegistryChecks checks;

    CheckWork(RegistryChecks checks) {
        this.checks = checks;
    }

    @Override
    public List<Waiting> waiting(Actor actor) {
        if (!actor.may(Action.EDIT, ObjectKind.ADMINISTRATION, Scope.GLOBAL)) {
            return List.of();
        }
        long open = checks.open();
        return open == 0 ? List.of() : List.of(new Waiting("registry.work.checks", open, "/admin/register-checks"));
    }
}
