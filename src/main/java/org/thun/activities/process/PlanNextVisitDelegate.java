package org.thun.activities.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.activities.MentorVisits;
import org.thun.activities.VisitInterval;

/** Sets the day of the next visit by what the table has decided (BR-46). */
@Component
class PlanNextVisitDelegate implements JavaDelegate {

    private final MentorVisits visits;

    PlanNextVisitDelegate(MentorVisits visits) {
        this.visits = visits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        visits.planNext(execution.getProcessBusinessKey(),
                VisitInterval.valueOf((String) execution.getVariable("visitInterval")));
    }
}
