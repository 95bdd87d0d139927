package org.thun.progress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.thun.programmes.ReportingPolicy.EscalationStep;
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
        execution.setVariable("callNeeded", next.steps().contains(EscalationStep.OFFICER_CALL));
        execution.setVariable("suspensionNeeded", next.steps().contains(EscalationStep.SUSPENSION_PROPOSAL));
        execution.setVariable("directorNeeded", next.steps().contains(EscalationStep.DIRECTOR));
        execution.setVariable("moreNotices", next.on() != null);
        execution.setVariable("noticesRun", true);
        if (next.on() != null) {
            execution.setVariable("nextNoticeAt", PeriodReporting.morningOf(next.on()));
        }
    }
}
