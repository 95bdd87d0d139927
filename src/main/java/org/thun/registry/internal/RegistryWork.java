package org.thun.registry.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.registry.Duplicates;
import org.thun.registry.RecordFilter;
import org.thun.registry.RecordState;
import org.thun.registry.Registers;
import org.thun.tasks.WorkList;

/** Tells verifiers what waits for them, and centres what came back or was never handed in. */
@Component
class RegistryWork implements WorkList {

    private static final List<RecordState> UNFINISHED = List.of(RecordState.REJECTED, RecordState.DRAFT);

    /** Beyond that many the number is not looked for each time. */
    private static final int MANY = 500;

    private final Registers registers;
    private final Duplicates duplicates;

    RegistryWork(Registers registers, Duplicates duplicates) {
        this.registers = registers;
        this.duplicates = duplicates;
    }

    @Override
    public List<Waiting> waiting(Actor actor) {
        List<Waiting> work = new ArrayList<>();
        if (actor.mayAnywhere(Action.CHECK, ObjectKind.REGISTRY_RECORD)) {
            add(work, "registry.work.verify", registers.waiting(filter(null), actor, 1, 1).total(), Registers.MOST_WAITING,
                    "/registers/verification");
            add(work, "registry.work.duplicates", duplicates.waiting(MANY, actor), MANY, "/registers/duplicates");
        }
        if (actor.mayAnywhere(Action.EDIT, ObjectKind.REGISTRY_RECORD)) {
            for (RecordState state : UNFINISHED) {
                add(work, "registry.work." + state.name().toLowerCase(Locale.ROOT), registers.count(filter(state), actor, MANY),
                        MANY, "/registers/work");
            }
        }
        return work;
    }

    private static RecordFilter filter(RecordState state) {
        return new RecordFilter(null, null, null, state, null, null);
    }

    private static void add(List<Waiting> work, String messageKey, long count, long many, String path) {
        if (count > 0) {
            work.add(new Waiting(count < many ? messageKey : messageKey + ".many", count, path));
        }
    }
}
