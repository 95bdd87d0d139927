package org.thun.tasks.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.thun.workflow.DueDays;

/** The days on which open tasks fall due. */
@Component
class InboxDueDays implements DueDays {

    private final InboxMapper inbox;

    InboxDueDays(InboxMapper inbox) {
        this.inbox = inbox;
    }

    @Override
    public Optional<LocalDate> nextAfter(LocalDate day) {
        return Optional.ofNullable(inbox.nextDueAfter(day));
    }
}
