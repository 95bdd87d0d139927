package org.thun.tasks.internal;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.tasks.DueDates;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class InboxDueDates implements DueDates {

    private final InboxMapper inbox;
    private final TaskSources sources;

    InboxDueDates(InboxMapper inbox, TaskSources sources) {
        this.inbox = inbox;
        this.sources = sources;
    }

    @Override
    public void refresh(String caseId) {
        for (InboxRow row : inbox.ofCase(caseId)) {
            LocalDate dueOn =
                    sources.contextOf(row.processKey(), row.elementId(), row.businessKey()).dueOn();
            if (dueOn != null && !dueOn.equals(row.dueOn())) {
                inbox.setDueOn(row.taskId(), dueOn);
                inbox.setAudienceDueOn(row.taskId(), dueOn);
            }
        }
    }
}
