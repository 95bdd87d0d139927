package org.thun.registry.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.registry.BatchWork;

@Component
class RemindSampleDelegate implements JavaDelegate {

    private final BatchWork work;

    RemindSampleDelegate(BatchWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.remind(execution.getProcessBusinessKey());
    }
}
