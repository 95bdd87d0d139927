package org.thun.indicators.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.indicators.EnteredMeasurements;
import org.thun.tasks.WorkList;

/** Tells who checks and who approves which grants have entered values that wait. */
@Component
class ValueWork implements WorkList {

    private final Grants grants;
    private final EnteredMeasurements entries;
    private final ValueMapper rows;

    ValueWork(Grants grants, EnteredMeasurements entries, ValueMapper rows) {
        this.grants = grants;
        this.entries = entries;
        this.rows = rows;
    }

    @Override
    public List<Waiting> waiting(Actor actor) {
        if (!actor.mayAnywhere(Action.CHECK, ObjectKind.MEASUREMENT)
                && !actor.mayAnywhere(Action.APPROVE, ObjectKind.MEASUREMENT)) {
            return List.of();
        }
        List<Waiting> work = new ArrayList<>();
        for (String grantId : rows.grantsWithOpen()) {
            Grant grant = grants.find(grantId, actor).orElse(null);
            int count = grant == null ? 0 : entries.waiting(grant, actor).size();
            if (count > 0) {
                work.add(new Waiting("indicators.entry.work", count, grant.path() + "/indicators/entries"));
            }
        }
        return work;
    }
}
