package org.thun.tasks.internal;

import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.tasks.DueDates;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class InboxDueDates implements DueDates {

    private final InboxMapper inbox;
    /** The sources rest on the rooms that keep their due days in step. */
    private final ObjectProvider<TaskSources> sources;

    InboxDueDates(InboxMapper inbox, ObjectProvider<TaskSources> sources) {
        this.inbox = inbox;
        this.sources = sources;
    }

    @Override
    public void refresh(String caseId) {
        for (InboxRow row : inbox.ofCase(caseId)) {
            LocalDate dueOn = sources.getObject()
                    .contextOf(row.processKey(), row.elementId(), row.businessKey())
                    .dueOn();
            if (dueOn != null && !dueOn.equals(row.dueOn())) {
                inbox.setDueOn(row.taskId(), dueOn);
                inbox.setAudienceDueOn(row.taskId(), dueOn);
            }
        }
    }
}
