package org.thun.activities.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thun.activities.OccurrenceState;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.AgreementEffective;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.PlannedOccurrence;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.GrantMonths;
import org.thun.shared.Ids;
import org.thun.workflow.DailyWork;
import org.thun.workflow.Processes;

/** Lays the schedule of a programme over a grant, and opens each occurrence when its month comes. */
@Component
class PlanLayout implements DailyWork {

    private static final String PROCESS = "activity-delivery";

    private final ActivityMapper activities;
    private final ActivityBook book;
    private final Grants grants;
    private final Programmes programmes;
    private final Processes processes;
    private final AuditTrail audit;
    private final BusinessClock clock;

    PlanLayout(
            ActivityMapper activities,
            ActivityBook book,
            Grants grants,
            Programmes programmes,
            Processes processes,
            AuditTrail audit,
            BusinessClock clock) {
        this.activities = activities;
        this.book = book;
        this.grants = grants;
        this.programmes = programmes;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void layOut(AgreementEffective event) {
        Grant grant = grants.get(event.grantId());
        ProgrammeDefinition definition = programmes.version(grant.programmeKey(), grant.programmeVersion());
        GrantCalendar calendar = new GrantCalendar(definition, grant.effectiveFrom(), grant.durationMonths());
        int place = 0;
        for (PlannedOccurrence planned : calendar.occurrences()) {
            activities.insert(row(grant.id(), planned, ++place));
        }
        activities.insertCalendar(grant.id(), grant.durationMonths());
        audit.record(Actor.SYSTEM, AuditEvent.of(grant.id(), "activity.layOut", "grant", grant.id()));
        // A grant that takes effect on or after its first day must not wait until tomorrow for its first activities.
        openDue(clock.today());
    }

    @Override
    @Transactional
    public void on(LocalDate day) {
        openDue(day);
        for (String id : activities.overOn(day)) {
            ActivityMapper.OccurrenceRow row = activities.lock(id).orElseThrow();
            // The report stays due on the day it was due before.
            activities.move(id, OccurrenceState.DONE, row.dueOn());
            audit.record(Actor.SYSTEM, AuditEvent.transition(
                    row.grantId(), "activity.over", "activity", id, row.state(), OccurrenceState.DONE));
        }
    }

    /** Opens what has fallen due by that day. */
    void openDue(LocalDate day) {
        Map<String, List<ActivityMapper.OccurrenceRow>> byGrant =
                activities.toOpen(day).stream().collect(Collectors.groupingBy(ActivityMapper.OccurrenceRow::grantId));
        byGrant.forEach((grantId, rows) -> {
            Grant grant = grants.get(grantId);
            if (grant.state() == GrantState.EFFECTIVE || grant.state() == GrantState.WAITING_TO_CLOSE) {
                rows.forEach(row -> open(row, grant));
            }
        });
    }

    private void open(ActivityMapper.OccurrenceRow row, Grant grant) {
        // Planning is done within the first month of the occurrence: nobody has set a shorter time.
        LocalDate planBy = new GrantMonths(grant.effectiveFrom()).month(row.firstMonth()).to();
        if (activities.open(row.id(), planBy) == 0) {
            return;
        }
        audit.record(Actor.SYSTEM, AuditEvent.transition(
                grant.id(), "activity.open", "activity", row.id(), row.state(), OccurrenceState.READY));
        processes.start(PROCESS, row.id(), grant.id(), book.subject(grant, row.activityCode(), row.occurrenceNo()),
                Map.of());
    }

    private static ActivityMapper.OccurrenceRow row(String grantId, PlannedOccurrence planned, int place) {
        return new ActivityMapper.OccurrenceRow(Ids.next(), grantId, planned.activity(), planned.no(), place,
                planned.firstMonth(), planned.lastMonth(), planned.days().from(), planned.days().to(),
                planned.periodNo(), planned.mark(), planned.endAssumed(), planned.firstMonth(), planned.lastMonth(),
                OccurrenceState.PLANNED, null, null, 0, 0);
    }
}
