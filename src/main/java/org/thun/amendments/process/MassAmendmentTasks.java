package org.thun.amendments.process;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.amendments.MassAmendment;
import org.thun.amendments.MassAmendments;
import org.thun.identity.Scope;
import org.thun.programmes.Programmes;
import org.thun.shared.LocalizedText;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskSource;

/** What the tasks of {@code mass-amendment} are about: nobody decides what they drafted or sent (SD1). */
@Component
class MassAmendmentTasks implements TaskSource {

    private final MassAmendments masses;
    private final Programmes programmes;

    MassAmendmentTasks(MassAmendments masses, Programmes programmes) {
        this.masses = masses;
        this.programmes = programmes;
    }

    @Override
    public String processKey() {
        return "mass-amendment";
    }

    @Override
    public TaskContext contextOf(String elementId, String businessKey) {
        MassAmendment mass = masses.get(businessKey);
        LocalizedText programme = programmes.current(mass.programmeKey()).orElseThrow().title();
        Set<String> excluded = new HashSet<>();
        if (elementId.equals("task_approveMassAmendment")) {
            excluded.add(mass.drafted().accountId());
            if (mass.sent() != null) {
                excluded.add(mass.sent().accountId());
            }
        }
        return new TaskContext(mass.id(), mass.path(), mass.programmeKey() + " #" + mass.no(),
                Scope.ofProgramme(mass.programmeKey()), programme, mass.stepDueOn(), null, excluded);
    }
}
