package org.thun.activities.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.activities.CostLine;
import org.thun.activities.OccurrenceState;
import org.thun.activities.PlanChanges;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.PlannedOccurrence;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.DateRange;
import org.thun.shared.Ids;
import org.thun.shared.Money;
import org.thun.workflow.Processes;

@Service
@Transactional(propagation = Propagation.MANDATORY)
class PlanChangeDesk implements PlanChanges {

    private static final String OBJECT = "activity";

    /** States in which nothing has taken place yet. */
    private static final Set<OccurrenceState> AHEAD =
            EnumSet.of(OccurrenceState.PLANNED, OccurrenceState.READY, OccurrenceState.IN_PROGRESS);

    /** States in which no days have been approved yet. */
    private static final Set<OccurrenceState> NOT_BEGUN = EnumSet.of(OccurrenceState.PLANNED, OccurrenceState.READY);

    private final PlanChangeMapper changes;
    private final ActivityMapper activities;
    private final PlanLayout layout;
    private final Grants grants;
    private final Programmes programmes;
    private final Processes processes;
    private final AuditTrail audit;
    private final BusinessClock clock;

    PlanChangeDesk(
            PlanChangeMapper changes,
            ActivityMapper activities,
            PlanLayout layout,
            Grants grants,
            Programmes programmes,
            Processes processes,
            AuditTrail audit,
            BusinessClock clock) {
        this.changes = changes;
        this.activities = activities;
        this.layout = layout;
        this.grants = grants;
        this.programmes = programmes;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void move(String occurrenceId, int firstMonth, int lastMonth, String reason, Actor actor) {
        ActivityMapper.OccurrenceRow row = lock(occurrenceId);
        GrantCalendar calendar = calendar(grants.get(row.grantId()));
        DateRange days = days(calendar, firstMonth, lastMonth);
        changes.setMonths(row.id(), firstMonth, lastMonth, days.from(), days.to(), calendar.periodOf(firstMonth));
        takeBack(row, reason);
        audit.record(actor, AuditEvent.transition(row.grantId(), "activity.move", OBJECT, row.id(), row.state(),
                OccurrenceState.PLANNED).because(reason).with(days));
        layout.openDue(clock.today());
    }

    @Override
    public String add(
            String grantId, String activityCode, int firstMonth, int lastMonth, String reason, Actor actor) {
        return lay(grantId, activityCode, firstMonth, lastMonth, "activity.add", reason, actor);
    }

    /** Adds an occurrence and says by which command it came. */
    String lay(
            String grantId,
            String activityCode,
            int firstMonth,
            int lastMonth,
            String command,
            String reason,
            Actor actor) {
        GrantCalendar calendar = calendar(grants.get(grantId));
        String id = insert(grantId, activityCode, firstMonth, lastMonth, firstMonth == lastMonth, calendar);
        audit.record(actor, AuditEvent.transition(
                grantId, command, OBJECT, id, null, OccurrenceState.PLANNED).because(reason));
        layout.openDue(clock.today());
        return id;
    }

    @Override
    public void cancel(String occurrenceId, String reason, List<CostLine> released, Actor actor) {
        ActivityMapper.OccurrenceRow row = lock(occurrenceId);
        giveUp(row, reason, actor);
        for (CostLine line : released) {
            changes.lockPooled(row.grantId(), row.activityCode(), line.costHead()).ifPresentOrElse(
                    pooled -> changes.setPooled(row.grantId(), row.activityCode(), line.costHead(),
                            pooled.amount().plus(line.amount())),
                    () -> changes.insertPooled(row.grantId(), row.activityCode(), line.costHead(), line.amount()));
        }
    }

    @Override
    public void extend(String grantId, int monthsBefore, Actor actor) {
        GrantCalendar calendar = calendar(grants.get(grantId));
        List<ActivityMapper.OccurrenceRow> rows = changes.lockAll(grantId);
        for (PlannedOccurrence planned : calendar.occurrences()) {
            ActivityMapper.OccurrenceRow same = rows.stream()
                    .filter(row -> row.activityCode().equals(planned.activity())
                            && row.marked() == planned.mark()
                            && row.firstMonth() == planned.firstMonth())
                    .findFirst()
                    .orElse(null);
            boolean longer = same != null && same.lastMonth() < planned.lastMonth();
            if (longer && NOT_BEGUN.contains(same.state())) {
                DateRange days = days(calendar, planned.firstMonth(), planned.lastMonth());
                changes.setMonths(same.id(), planned.firstMonth(), planned.lastMonth(), days.from(), days.to(),
                        same.periodNo());
            } else if (longer && same.state() != OccurrenceState.CANCELLED) {
                // What people have approved or reported stays; the new months are planned and reported by themselves.
                insert(grantId, planned.activity(), monthsBefore + 1, planned.lastMonth(), planned.mark(), calendar);
            } else if (planned.firstMonth() > monthsBefore) {
                insert(grantId, planned.activity(), planned.firstMonth(), planned.lastMonth(), planned.mark(), calendar);
            }
        }
        audit.record(actor, AuditEvent.of(grantId, "activity.extend", "grant", grantId));
    }

    @Override
    public void stop(String grantId, String reason, Actor actor) {
        changes.lockAll(grantId).stream()
                .filter(row -> AHEAD.contains(row.state()))
                .forEach(row -> giveUp(row, reason, actor));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Pooled> pool(String grantId) {
        return changes.pool(grantId);
    }

    @Override
    public void useOfPool(String grantId, String activityCode, String costHead, Money amount) {
        changes.lockPooled(grantId, activityCode, costHead).ifPresent(pooled -> {
            Money left = pooled.amount().minus(amount);
            if (left.isPositive()) {
                changes.setPooled(grantId, activityCode, costHead, left);
            } else {
                changes.deletePooled(grantId, activityCode, costHead);
            }
        });
    }

    private void giveUp(ActivityMapper.OccurrenceRow row, String reason, Actor actor) {
        processes.cancel(row.id(), reason);
        activities.move(row.id(), OccurrenceState.CANCELLED, null);
        audit.record(actor, AuditEvent.transition(row.grantId(), "activity.cancel", OBJECT, row.id(), row.state(),
                OccurrenceState.CANCELLED).because(reason));
    }

    private void takeBack(ActivityMapper.OccurrenceRow row, String reason) {
        processes.cancel(row.id(), reason);
        changes.putBack(row.id());
    }

    private String insert(
            String grantId, String code, int firstMonth, int lastMonth, boolean mark, GrantCalendar calendar) {
        int no = 1;
        int place = 0;
        int end = 0;
        for (ActivityMapper.OccurrenceRow row : changes.lockAll(grantId)) {
            end = Math.max(end, row.placeInPlan());
            if (row.activityCode().equals(code)) {
                no = Math.max(no, row.occurrenceNo() + 1);
                place = Math.max(place, row.placeInPlan());
            }
        }
        place = place == 0 ? end : place;
        changes.makeRoom(grantId, place);
        DateRange days = days(calendar, firstMonth, lastMonth);
        String id = Ids.next();
        activities.insert(new ActivityMapper.OccurrenceRow(id, grantId, code, no, place + 1, firstMonth, lastMonth,
                days.from(), days.to(), calendar.periodOf(firstMonth), mark, false, null, null, OccurrenceState.PLANNED,
                null, null, 0, 0));
        return id;
    }

    private static DateRange days(GrantCalendar calendar, int firstMonth, int lastMonth) {
        return new DateRange(calendar.month(firstMonth).from(), calendar.month(lastMonth).to());
    }

    private ActivityMapper.OccurrenceRow lock(String occurrenceId) {
        ActivityMapper.OccurrenceRow row = activities.lock(occurrenceId)
                .orElseThrow(() -> new IllegalArgumentException("no activity occurrence " + occurrenceId));
        if (!AHEAD.contains(row.state())) {
            throw new IllegalStateException("occurrence " + occurrenceId + " is " + row.state());
        }
        return row;
    }

    private GrantCalendar calendar(Grant grant) {
        return new GrantCalendar(programmes.version(grant.programmeKey(), grant.programmeVersion()),
                grant.effectiveFrom(), grant.durationMonths());
    }
}
