package org.thun.activities.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.activities.MentorVisit;
import org.thun.activities.MentorVisit.Note;
import org.thun.activities.MentorVisit.Risk;
import org.thun.activities.MentorVisits;
import org.thun.activities.VisitInterval;
import org.thun.activities.VisitState;
import org.thun.activities.internal.VisitMapper.VisitRow;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.AgreementEffective;
import org.thun.grants.Grant;
import org.thun.grants.GrantClosed;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.GrantPeriod;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.workflow.DailyWork;
import org.thun.workflow.Processes;

/** Keeps the visits of mentors, and puts each in front of the mentor in time. */
@Service
class VisitDesk implements MentorVisits, DailyWork {

    private static final String PROCESS = "mentor-visit";
    private static final String OBJECT = "visit";
    private static final int MONTHS_OF_QUARTER = 3;

    private final VisitMapper visits;
    private final Grants grants;
    private final Programmes programmes;
    private final Processes processes;
    private final AuditTrail audit;
    private final BusinessClock clock;

    VisitDesk(
            VisitMapper visits,
            Grants grants,
            Programmes programmes,
            Processes processes,
            AuditTrail audit,
            BusinessClock clock) {
        this.visits = visits;
        this.grants = grants;
        this.programmes = programmes;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void planFirst(AgreementEffective event) {
        Grant grant = grants.get(event.grantId());
        plan(grant, 1, grant.months().month(1).to());
    }

    /** What has not taken place by then will not any more. */
    @EventListener
    @Transactional
    public void drop(GrantClosed event) {
        for (VisitRow visit : visits.ofGrant(event.grantId())) {
            if (visits.move(visit.id(), VisitState.DUE, VisitState.DROPPED) > 0) {
                processes.cancel(visit.id(), "grant closed");
            }
            visits.move(visit.id(), VisitState.PLANNED, VisitState.DROPPED);
        }
    }

    @Override
    @Transactional
    public void on(LocalDate day) {
        for (VisitRow visit : visits.planned()) {
            Grant grant = grants.get(visit.grantId());
            // The mentor learns of it as long before as checking a report may take.
            if (!visit.dueOn().isAfter(day.plusDays(definition(grant).timeLimits().mentorCheck()))) {
                open(visit, grant);
            }
        }
    }

    private void open(VisitRow visit, Grant grant) {
        if (grant.state() != GrantState.EFFECTIVE || visits.move(visit.id(), VisitState.PLANNED, VisitState.DUE) == 0) {
            return;
        }
        audit.record(Actor.SYSTEM, AuditEvent.of(grant.id(), "visit.open", OBJECT, visit.id()));
        processes.start(PROCESS, visit.id(), grant.id(), grant.title(), Map.of());
    }

    @Override
    @Transactional(readOnly = true)
    public List<MentorVisit> ofGrant(String grantId) {
        return visits.ofGrant(grantId).stream().map(VisitDesk::visit).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public MentorVisit visit(String visitId) {
        return visits.find(visitId)
                .map(VisitDesk::visit)
                .orElseThrow(() -> new IllegalArgumentException("no visit " + visitId));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Integer> riskScore(String grantId) {
        return visits.ofGrant(grantId).stream()
                .filter(visit -> visit.state() == VisitState.DONE)
                .map(VisitRow::score)
                .reduce((earlier, later) -> later);
    }

    @Override
    @Transactional
    public Outcome<Integer> record(String visitId, RecordVisit visit, Actor actor) {
        VisitRow row = visits.lock(visitId).orElseThrow(() -> new IllegalArgumentException("no visit " + visitId));
        if (row.state() != VisitState.DUE) {
            throw new IllegalStateException("visit " + visitId + " is " + row.state());
        }
        Grant grant = grants.get(row.grantId());
        List<Problem> problems = new ArrayList<>();
        if (visit.visitedOn().isAfter(clock.today())) {
            problems.add(Problem.at("visitedOn", "activities.problem.future"));
        }
        if (visit.visitedOn().isBefore(grant.effectiveFrom())) {
            problems.add(Problem.at("visitedOn", "activities.problem.outsideTerm", grant.term()).under("BR-11"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        int score = visit.risk().score();
        visits.write(new VisitRow(visitId, row.grantId(), row.visitNo(), row.dueOn(), VisitState.DONE, visit.visitedOn(),
                visit.informants(), visit.progress(), visit.problems(), visit.structure(), visit.skills(),
                visit.results(), visit.moneySystem(), visit.spending(), visit.evidence(), score, visit.opinion(),
                actor.accountId(), actor.name().th(), clock.dateTime()));
        audit.record(actor, AuditEvent.of(row.grantId(), "visit.record", OBJECT, visitId).with(visit));
        return Outcome.done(score);
    }

    @Override
    @Transactional
    public void planNext(String visitId, VisitInterval interval) {
        VisitRow last = visits.lock(visitId).orElseThrow();
        Grant grant = grants.get(last.grantId());
        next(grant, last.visitedOn(), interval)
                .filter(due -> !due.isAfter(grant.endsOn()))
                .ifPresent(due -> plan(grant, last.visitNo() + 1, due));
    }

    private Optional<LocalDate> next(Grant grant, LocalDate visitedOn, VisitInterval interval) {
        return switch (interval) {
            case MONTHLY -> Optional.of(visitedOn.plusMonths(1));
            case QUARTERLY -> Optional.of(visitedOn.plusMonths(MONTHS_OF_QUARTER));
            // In the period after that of this visit, before its report.
            case PER_TRANCHE -> new GrantCalendar(definition(grant), grant.effectiveFrom(), grant.durationMonths())
                    .periods().stream()
                    .filter(period -> period.days().from().isAfter(visitedOn))
                    .findFirst()
                    .map(GrantPeriod::days)
                    .map(days -> days.to());
        };
    }

    private void plan(Grant grant, int no, LocalDate dueOn) {
        String id = Ids.next();
        visits.insert(id, grant.id(), no, dueOn);
        audit.record(Actor.SYSTEM, AuditEvent.of(grant.id(), "visit.plan", OBJECT, id).with(Map.of("dueOn", dueOn.toString())));
    }

    private ProgrammeDefinition definition(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }

    private static MentorVisit visit(VisitRow row) {
        return new MentorVisit(row.id(), row.grantId(), row.visitNo(), row.dueOn(), row.state(),
                row.state() != VisitState.DONE ? null : new Note(row.visitedOn(), row.informants(), row.progress(),
                        row.problems(),
                        new Risk(row.structure(), row.skills(), row.results(), row.moneySystem(), row.spending(),
                                row.evidence()),
                        row.opinion(), row.authorName(), row.writtenAt()));
    }
}
