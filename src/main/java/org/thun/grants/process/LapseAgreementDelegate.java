package org.thun.grants.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.grants.Agreements;

/** The agreement was not signed in time. */
@Component
class LapseAgreementDelegate implements JavaDelegate {

    private final Agreements agreements;

    LapseAgreementDelegate(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agreements.lapse(execution.getProcessBusinessKey());
    }
}
