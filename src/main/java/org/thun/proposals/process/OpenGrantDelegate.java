package org.thun.proposals.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.proposals.ProposalWork;

/** The proposal is approved: its grant begins. */
@Component
class OpenGrantDelegate implements JavaDelegate {

    private final ProposalWork work;

    OpenGrantDelegate(ProposalWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.openGrant(execution.getProcessBusinessKey());
    }
}
