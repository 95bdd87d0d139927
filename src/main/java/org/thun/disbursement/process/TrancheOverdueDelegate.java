package org.thun.disbursement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.disbursement.TrancheDesk;

/** The request is late: written down for everybody to see; nothing is taken away (BR-14). */
@Component
class TrancheOverdueDelegate implements JavaDelegate {

    private final TrancheDesk desk;

    TrancheOverdueDelegate(TrancheDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.markOverdue(execution.getProcessBusinessKey());
    }
}
