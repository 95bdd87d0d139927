package org.thun.disbursement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.disbursement.TrancheDesk;

/** The request is due soon: that the grantee was reminded is written down. */
@Component
class RemindTrancheDelegate implements JavaDelegate {

    private final TrancheDesk desk;

    RemindTrancheDelegate(TrancheDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.remind(execution.getProcessBusinessKey());
    }
}
