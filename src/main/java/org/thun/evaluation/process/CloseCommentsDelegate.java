package org.thun.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.evaluation.EvaluationDesk;

/** The days for comments on fact are over: the evaluator goes on without (BR-28). */
@Component
class CloseCommentsDelegate implements JavaDelegate {

    private final EvaluationDesk desk;

    CloseCommentsDelegate(EvaluationDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.closeComments(execution.getProcessBusinessKey());
    }
}
