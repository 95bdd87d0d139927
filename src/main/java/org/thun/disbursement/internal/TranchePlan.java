package org.thun.disbursement.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheSettled;
import org.thun.disbursement.TrancheState;
import org.thun.grants.AgreedTranche;
import org.thun.grants.AgreementEffective;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.TimeLimits;
import org.thun.progress.PeriodAccepted;
import org.thun.progress.PeriodReports;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.Money;
import org.thun.workflow.DailyWork;
import org.thun.workflow.Processes;

/** Lays the tranches out and opens each when its time has come: at the start, after its period, at close-out. */
@Component
class TranchePlan implements DailyWork {

    static final String PROCESS = "fund-disbursement";

    private final TrancheMapper tranches;
    private final Ledger ledger;
    private final GateKeeper gates;
    private final Grants grants;
    private final Programmes programmes;
    private final PeriodReports reports;
    private final Processes processes;
    private final AuditTrail audit;
    private final TrancheTitles titles;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    TranchePlan(
            TrancheMapper tranches,
            Ledger ledger,
            GateKeeper gates,
            Grants grants,
            Programmes programmes,
            PeriodReports reports,
            Processes processes,
            AuditTrail audit,
            TrancheTitles titles,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.tranches = tranches;
        this.ledger = ledger;
        this.gates = gates;
        this.grants = grants;
        this.programmes = programmes;
        this.reports = reports;
        this.processes = processes;
        this.audit = audit;
        this.titles = titles;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void layOut(AgreementEffective effective) {
        Grant grant = grants.get(effective.grantId());
        if (!tranches.ofGrant(grant.id()).isEmpty()) {
            return;
        }
        for (AgreedTranche agreed : grants.tranches(grant.id())) {
            tranches.insert(Ids.next(), grant.id(), grant.programmeKey(), grant.organisationId(), agreed.no(),
                    agreed.sharePercent(), agreed.amount(), Money.ZERO, agreed.afterPeriod(), agreed.atCloseOut(),
                    TrancheState.PLANNED);
        }
        tranches.ofGrant(grant.id()).stream()
                .filter(tranche -> tranche.afterPeriod() == null && !tranche.atCloseOut())
                .forEach(tranche -> open(tranche, null, Actor.SYSTEM));
    }

    /** What the period's report says is entered first: the gates of the next tranche are judged by it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void periodAccepted(PeriodAccepted accepted) {
        ledger.periodAccepted(reports.find(accepted.grantId(), accepted.periodNo()).orElseThrow());
        tranches.ofGrant(accepted.grantId()).stream()
                .filter(tranche -> Integer.valueOf(accepted.periodNo()).equals(tranche.afterPeriod()))
                .forEach(tranche -> open(tranche, null, Actor.SYSTEM));
    }

    /** Tranches that were opened before all their gates were met become eligible on the day they are. */
    @Override
    public void on(LocalDate day) {
        for (Tranche tranche : tranches.waitingForGates()) {
            if (gates.judge(tranche).passable()
                    && tranches.move(tranche.id(), TrancheState.PLANNED, TrancheState.ELIGIBLE) == 1) {
                audit.record(Actor.SYSTEM, AuditEvent.transition(tranche.grantId(), "tranche.eligible", "tranche",
                        tranche.id(), TrancheState.PLANNED, TrancheState.ELIGIBLE));
            }
        }
    }

    /** Opens what waits for a period that is accepted already: its tranche has come to wait for it only now. */
    void openAccepted(String grantId, Actor actor) {
        tranches.ofGrant(grantId).stream()
                .filter(tranche -> tranche.openedOn() == null && tranche.state() == TrancheState.PLANNED
                        && tranche.afterPeriod() != null
                        && reports.find(grantId, tranche.afterPeriod()).filter(report -> report.accepted()).isPresent())
                .forEach(tranche -> open(tranche, null, actor));
    }

    /** @return whether the last tranche now waits for the grantee */
    boolean openLast(String grantId, Money needed, Actor actor) {
        List<Tranche> last =
                tranches.ofGrant(grantId).stream().filter(Tranche::atCloseOut).toList();
        boolean waits = false;
        for (Tranche tranche : last) {
            if (tranche.openedOn() != null || tranche.state() != TrancheState.PLANNED) {
                waits |= !tranche.state().isSettled();
            } else if (needed.isPositive()) {
                open(tranche, needed, actor);
                waits = true;
            } else {
                settleUnneeded(tranche, actor);
            }
        }
        return waits;
    }

    private void settleUnneeded(Tranche tranche, Actor actor) {
        if (tranches.move(tranche.id(), TrancheState.PLANNED, TrancheState.SKIPPED) == 1) {
            audit.record(actor, AuditEvent.transition(tranche.grantId(), "tranche.skip", "tranche", tranche.id(),
                    TrancheState.PLANNED, TrancheState.SKIPPED));
            events.publishEvent(new TrancheSettled(tranche.grantId(), tranche.no()));
        }
    }

    private void open(Tranche tranche, Money limit, Actor actor) {
        Grant grant = grants.get(tranche.grantId());
        ProgrammeDefinition programme = programmes.version(grant.programmeKey(), grant.programmeVersion());
        LocalDate today = clock.today();
        LocalDate dueOn = today.plusDays(daysToAsk(tranche, programme.timeLimits()));
        if (tranches.open(tranche.id(), today, dueOn, limit, TrancheState.PLANNED) == 0) {
            return;
        }
        Tranche opened = tranches.find(tranche.id()).orElseThrow();
        TrancheState state = gates.judge(opened).passable() ? TrancheState.ELIGIBLE : TrancheState.PLANNED;
        tranches.move(tranche.id(), TrancheState.PLANNED, state);
        audit.record(actor, AuditEvent.transition(grant.id(), "tranche.open", "tranche", tranche.id(),
                TrancheState.PLANNED, state));
        processes.start(PROCESS, tranche.id(), grant.id(), titles.of(tranche.no()), Map.of(
                "remindAt", morningOf(remindOn(today, dueOn, programme)),
                "overdueAt", morningOf(dueOn.plusDays(1))));
    }

    private static int daysToAsk(Tranche tranche, TimeLimits limits) {
        if (tranche.atCloseOut()) {
            return limits.lastPayment();
        }
        return tranche.afterPeriod() == null ? limits.firstPayment() : limits.payment();
    }

    /** The first of the programme's reminder days that is still to come; the due day itself at the latest. */
    private static LocalDate remindOn(LocalDate today, LocalDate dueOn, ProgrammeDefinition programme) {
        return programme.reporting().reminderDays().stream()
                .filter(days -> days < 0)
                .map(days -> dueOn.plusDays(days))
                .filter(day -> day.isAfter(today))
                .findFirst()
                .orElse(dueOn);
    }

    private static String morningOf(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime());
    }
}
