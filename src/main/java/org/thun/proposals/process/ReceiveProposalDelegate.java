package org.thun.proposals.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.proposals.ProposalWork;

/** What was handed in has arrived at the programme officer. */
@Component
class ReceiveProposalDelegate implements JavaDelegate {

    private final ProposalWork work;

    ReceiveProposalDelegate(ProposalWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.receive(execution.getProcessBusinessKey());
    }
}
