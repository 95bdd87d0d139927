package org.thun.amendments.process;

import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.amendments.Amendment;
import org.thun.amendments.AmendmentDesk;
import org.thun.shared.BusinessClock;

/** Finds out whether the day of an approved amendment has come. */
@Component
class ScheduleAmendmentDelegate implements JavaDelegate {

    private final AmendmentDesk desk;
    private final BusinessClock clock;

    ScheduleAmendmentDelegate(AmendmentDesk desk, BusinessClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Amendment amendment = desk.get(execution.getProcessBusinessKey());
        boolean waits = amendment.wantedOn() != null && amendment.wantedOn().isAfter(clock.today());
        execution.setVariable("waits", waits);
        if (waits) {
            execution.setVariable("inForceAt", amendment.wantedOn().atStartOfDay(BusinessClock.ZONE)
                    .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        }
    }
}
