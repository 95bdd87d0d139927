package org.thun.progress.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.GrantPeriod;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.progress.PeriodChanges;
import org.thun.progress.PeriodReportState;
import org.thun.progress.internal.PeriodChangeMapper.Postponed;
import org.thun.progress.internal.PeriodReportMapper.ReportRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;

@Service
@Transactional(propagation = Propagation.MANDATORY)
class PeriodChangeDesk implements PeriodChanges {

    private final PeriodReportMapper reports;
    private final PeriodChangeMapper changes;
    private final Grants grants;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final BusinessClock clock;

    PeriodChangeDesk(
            PeriodReportMapper reports,
            PeriodChangeMapper changes,
            Grants grants,
            Programmes programmes,
            AuditTrail audit,
            BusinessClock clock) {
        this.reports = reports;
        this.changes = changes;
        this.grants = grants;
        this.programmes = programmes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void replan(String grantId, Actor actor) {
        Grant grant = grants.get(grantId);
        ProgrammeDefinition definition = definition(grant);
        List<GrantPeriod> periods =
                new GrantCalendar(definition, grant.effectiveFrom(), grant.durationMonths()).periods();
        Map<Integer, ReportRow> rows = reports.ofGrant(grantId).stream()
                .collect(Collectors.toMap(ReportRow::periodNo, Function.identity()));
        Map<Integer, Integer> postponed = changes.postponed(grantId).stream()
                .collect(Collectors.toMap(Postponed::periodNo, Postponed::days));
        for (GrantPeriod period : periods) {
            boolean last = period.no() == periods.get(periods.size() - 1).no();
            // Days added after a suspension lie behind the last month.
            LocalDate to = last ? grant.endsOn() : period.days().to();
            LocalDate dueOn = to.plusDays(definition.reporting().dueDaysAfterPeriod())
                    .plusDays(postponed.getOrDefault(period.no(), 0));
            ReportRow row = rows.get(period.no());
            if (row == null) {
                reports.insert(new ReportRow(Ids.next(), grantId, period.no(), period.days().from(), to, dueOn,
                        PeriodReportState.NOT_DUE, null, 0, null, null, null, null));
            } else {
                changes.setDays(row.id(), period.days().from(), to, dueOn);
            }
        }
        audit.record(actor, AuditEvent.of(grantId, "periodReport.replan", "grant", grantId));
    }

    @Override
    public void postpone(String grantId, LocalDate from, int days, Actor actor) {
        for (ReportRow row : reports.ofGrant(grantId)) {
            boolean owed = row.state() != PeriodReportState.FROZEN && row.state() != PeriodReportState.NOT_DUE;
            if (owed && !row.dueOn().isBefore(from)) {
                postpone(row, days);
            }
        }
        audit.record(actor, AuditEvent.of(grantId, "periodReport.postpone", "grant", grantId));
    }

    @Override
    public void putOff(String grantId, Set<Integer> periodNos, int days, Actor actor) {
        for (ReportRow row : reports.ofGrant(grantId)) {
            if (periodNos.contains(row.periodNo()) && row.firstSubmittedOn() == null) {
                postpone(row, days);
                changes.addPostponed(row.id(), days);
            }
        }
        audit.record(actor, AuditEvent.of(grantId, "periodReport.postpone", "grant", grantId).with(periodNos));
    }

    /** What was said about the old due day and lies ahead again is said again (BR-13). */
    private void postpone(ReportRow row, int days) {
        LocalDate dueOn = row.dueOn().plusDays(days);
        changes.postpone(row.id(), dueOn, row.stepDueOn() == null ? null : row.stepDueOn().plusDays(days));
        changes.forgetNotices(row.id(), (int) ChronoUnit.DAYS.between(dueOn, clock.today()));
    }

    @Override
    public void cut(String grantId, LocalDate lastDay, Actor actor) {
        int dueDays = definition(grants.get(grantId)).reporting().dueDaysAfterPeriod();
        for (ReportRow row : reports.ofGrant(grantId)) {
            if (row.firstDay().isAfter(lastDay)) {
                changes.drop(row.id());
            } else if (row.lastDay().isAfter(lastDay)) {
                changes.setDays(row.id(), row.firstDay(), lastDay, lastDay.plusDays(dueDays));
            }
        }
        audit.record(actor, AuditEvent.of(grantId, "periodReport.cut", "grant", grantId));
    }

    private ProgrammeDefinition definition(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }
}
