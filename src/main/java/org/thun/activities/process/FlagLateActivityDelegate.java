package org.thun.activities.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.activities.ActivityDelivery;

@Component
class FlagLateActivityDelegate implements JavaDelegate {

    private final ActivityDelivery delivery;

    FlagLateActivityDelegate(ActivityDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        delivery.flagLate(execution.getProcessBusinessKey());
    }
}
