package org.thun.progress.internal;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.AgreementEffective;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.GrantPeriod;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.progress.PeriodReportState;
import org.thun.progress.PeriodReporting;
import org.thun.progress.internal.PeriodReportMapper.ReportRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.workflow.DailyWork;
import org.thun.workflow.Processes;

/** Lays the reporting periods over a grant, and opens each report on the day after its period. */
@Component
class PeriodOpening implements DailyWork {

    private static final String PROCESS = "period-report";

    /** Nobody is reminded of a report more days before it is due than these. */
    private static final int LONGEST_AHEAD = 120;

    private final PeriodReportMapper reports;
    private final PeriodDesk desk;
    private final Grants grants;
    private final Programmes programmes;
    private final Processes processes;
    private final AuditTrail audit;
    private final BusinessClock clock;

    PeriodOpening(
            PeriodReportMapper reports,
            PeriodDesk desk,
            Grants grants,
            Programmes programmes,
            Processes processes,
            AuditTrail audit,
            BusinessClock clock) {
        this.reports = reports;
        this.desk = desk;
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
        GrantCalendar calendar = new GrantCalendar(definition(grant), grant.effectiveFrom(), grant.durationMonths());
        for (GrantPeriod period : calendar.periods()) {
            reports.insert(new ReportRow(Ids.next(), grant.id(), period.no(), period.days().from(), period.days().to(),
                    period.dueOn(), PeriodReportState.NOT_DUE, null, 0, null, null, null, null));
        }
        audit.record(Actor.SYSTEM, AuditEvent.of(grant.id(), "periodReport.layOut", "grant", grant.id()));
        openDue(clock.today());
    }

    @Override
    @Transactional
    public void on(LocalDate day) {
        announce(day);
        openDue(day);
    }

    /** Reminders from before the report opens (BR-13): its period is not over, so no process runs yet. */
    private void announce(LocalDate day) {
        for (ReportRow row : reports.toAnnounce(day, day.plusDays(LONGEST_AHEAD))) {
            Grant grant = grants.get(row.grantId());
            NoticePlan plan = new NoticePlan(definition(grant).reporting(), row.dueOn());
            if (grant.state() == GrantState.EFFECTIVE && !plan.begin().isAfter(day)) {
                desk.remind(reports.lock(row.id()).orElseThrow(), plan, day);
            }
        }
    }

    private void openDue(LocalDate day) {
        for (ReportRow row : reports.toOpen(day)) {
            Grant grant = grants.get(row.grantId());
            if (grant.state() == GrantState.EFFECTIVE || grant.state() == GrantState.WAITING_TO_CLOSE
                    || grant.state() == GrantState.TERMINATED) {
                open(row, grant);
            }
        }
    }

    private void open(ReportRow row, Grant grant) {
        if (reports.open(row.id(), row.dueOn()) == 0) {
            return;
        }
        audit.record(Actor.SYSTEM, AuditEvent.transition(grant.id(), "periodReport.open", "periodReport", row.id(),
                row.state(), PeriodReportState.OPEN));
        LocalDate firstNotice = new NoticePlan(definition(grant).reporting(), row.dueOn()).first(clock.today());
        processes.start(PROCESS, row.id(), grant.id(), desk.subject(row.periodNo()),
                Map.of("nextNoticeAt", PeriodReporting.morningOf(firstNotice), "noticesRun", false));
    }

    private ProgrammeDefinition definition(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }
}
