package org.thun.amendments.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.amendments.MassAmendments;

/** The day has come on which grants that one decision has suspended run again. */
@Component
class BeginMassResumptionDelegate implements JavaDelegate {

    private final MassAmendments masses;

    BeginMassResumptionDelegate(MassAmendments masses) {
        this.masses = masses;
    }

    @Override
    public void execute(DelegateExecution execution) {
        masses.beginResumption(execution.getProcessBusinessKey());
    }
}
