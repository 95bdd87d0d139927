package org.thun.proposals.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.proposals.ProposalWork;

/** The applicant did not answer in time. */
@Component
class ExpireProposalDelegate implements JavaDelegate {

    private final ProposalWork work;

    ExpireProposalDelegate(ProposalWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.expire(execution.getProcessBusinessKey());
    }
}
