package org.thun.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.evaluation.EvaluationDesk;

/** Nobody declared and accepted in time: the assignment ends and another evaluator is asked (BR-26). */
@Component
class ReplaceEvaluatorDelegate implements JavaDelegate {

    private final EvaluationDesk desk;

    ReplaceEvaluatorDelegate(EvaluationDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.replace(execution.getProcessBusinessKey());
    }
}
