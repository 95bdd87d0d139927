package org.thun.grants.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.grants.Agreements;

/** Both have signed and the first day has come. */
@Component
class MakeEffectiveDelegate implements JavaDelegate {

    private final Agreements agreements;

    MakeEffectiveDelegate(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agreements.makeEffective(execution.getProcessBusinessKey());
    }
}
