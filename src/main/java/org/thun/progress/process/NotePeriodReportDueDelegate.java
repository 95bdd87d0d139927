package org.thun.progress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.progress.PeriodReporting;
import org.thun.progress.PeriodReporting.NextNotice;

@Component
class NotePeriodReportDueDelegate implements JavaDelegate {

    private final PeriodReporting reporting;

    NotePeriodReportDueDelegate(PeriodReporting reporting) {
        this.reporting = reporting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        NextNotice next = reporting.noteDue(execution.getProcessBusinessKey());
        execution.setVariable("callNeeded", next.callNeeded());
        execution.setVariable("moreNotices", next.on() != null);
        if (next.on() != null) {
            execution.setVariable("nextNoticeAt", PeriodReporting.morningOf(next.on()));
        }
    }
}
