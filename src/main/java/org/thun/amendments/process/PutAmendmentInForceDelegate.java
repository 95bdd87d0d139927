package org.thun.amendments.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.amendments.AmendmentClass;
import org.thun.amendments.AmendmentDesk;

/** The day of an approved amendment has come. */
@Component
class PutAmendmentInForceDelegate implements JavaDelegate {

    private final AmendmentDesk desk;

    PutAmendmentInForceDelegate(AmendmentDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean inForce = desk.putInForce(execution.getProcessBusinessKey());
        boolean notice = desk.get(execution.getProcessBusinessKey()).weight() == AmendmentClass.NOTICE;
        execution.setVariable("outcome", inForce ? notice ? "NOTICE" : "IN_FORCE" : "STUCK");
    }
}
