package org.thun.closeout.internal;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.closeout.CloseOutState;
import org.thun.closeout.internal.CloseOutMapper.CloseOutRow;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.grants.GrantTerminated;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.workflow.DailyWork;
import org.thun.workflow.Processes;

/** On the day after its term a grant waits to close, and its closing begins. */
@Component
class CloseOutOpening implements DailyWork {

    private static final String PROCESS = "close-out";

    private final CloseOutMapper closeOuts;
    private final Grants grants;
    private final Programmes programmes;
    private final Processes processes;
    private final AuditTrail audit;
    private final BusinessClock clock;

    CloseOutOpening(
            CloseOutMapper closeOuts,
            Grants grants,
            Programmes programmes,
            Processes processes,
            AuditTrail audit,
            BusinessClock clock) {
        this.closeOuts = closeOuts;
        this.grants = grants;
        this.programmes = programmes;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void on(LocalDate day) {
        for (Grant grant : grants.running()) {
            if (grant.state() == GrantState.EFFECTIVE && grant.endsOn().isBefore(day)) {
                open(grant, day);
            }
        }
    }

    /** A grant that was ended before its time owes its closing statement sooner (BR-36). */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(GrantTerminated terminated) {
        Grant grant = grants.get(terminated.grantId());
        ProgrammeDefinition programme = programmes.version(grant.programmeKey(), grant.programmeVersion());
        int days = programme.amendments() == null
                ? programme.timeLimits().closeOut()
                : programme.amendments().terminationStatementDays();
        begin(grant, clock.today().plusDays(days), clock.today());
    }

    private void open(Grant grant, LocalDate day) {
        grants.waitToClose(grant.id(), Actor.SYSTEM);
        int days = programmes.version(grant.programmeKey(), grant.programmeVersion()).timeLimits().closeOut();
        begin(grant, grant.endsOn().plusDays(days), day);
    }

    private void begin(Grant grant, LocalDate dueOn, LocalDate day) {
        CloseOutRow row = new CloseOutRow(Ids.next(), grant.id(), CloseOutState.OPEN, 0, dueOn, day);
        closeOuts.insert(row);
        audit.record(Actor.SYSTEM, AuditEvent.transition(
                grant.id(), "closeOut.open", "closeOut", row.id(), null, CloseOutState.OPEN));
        processes.start(PROCESS, row.id(), grant.id(), grant.title(), Map.of());
    }
}
