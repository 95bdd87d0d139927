package org.thun.registry.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.registry.BatchWork;
import org.thun.shared.BusinessClock;

@Component
class DrawSampleDelegate implements JavaDelegate {

    private final BatchWork work;

    DrawSampleDelegate(BatchWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate remindOn = work.draw(execution.getProcessBusinessKey()).orElse(null);
        execution.setVariable("sampleDrawn", remindOn != null);
        if (remindOn != null) {
            execution.setVariable("remindAt",
                    remindOn.atStartOfDay(BusinessClock.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        }
    }
}
