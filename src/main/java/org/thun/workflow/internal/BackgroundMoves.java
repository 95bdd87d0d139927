package org.thun.workflow.internal;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Scope;
import org.thun.shared.BusinessClock;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.workflow.ClockMoves;
import org.thun.workflow.TrainingClock;

@Component
@ConditionalOnProperty("thun.training-clock.enabled")
class BackgroundMoves implements ClockMoves {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundMoves.class);

    /** The stream of the trail that tells the clock's story. */
    private static final String STREAM = "clock";

    /** Longer than any grant with its closing; beyond it somebody has mistyped a year. */
    private static final int MOST_YEARS = 5;

    private static final List<String> TIMERS = List.of("boundaryTimer", "intermediateTimer", "startTimerEvent");

    private final TrainingClock training;
    private final BusinessClock clock;
    private final AuditTrail trail;
    private final HistoryService history;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;
    private final LoneWorker worker = new LoneWorker("training-clock");

    private volatile Move move;

    BackgroundMoves(
            TrainingClock training,
            BusinessClock clock,
            AuditTrail trail,
            HistoryService history,
            RuntimeService runtime,
            PlatformTransactionManager transactions) {
        this.training = training;
        this.clock = clock;
        this.trail = trail;
        this.history = history;
        this.runtime = runtime;
        this.transaction = new TransactionTemplate(transactions);
    }

    @PreDestroy
    void stop() {
        worker.stop();
    }

    @Override
    public synchronized Outcome<Void> begin(Actor actor, LocalDate from, LocalDate to) {
        Actor administrator = actor.as(actor.roleFor(Action.EDIT, ObjectKind.ADMINISTRATION, Scope.GLOBAL)
                .orElseThrow(() -> new AccessDeniedException("training clock")));
        if (move != null && move.running()) {
            return Outcome.refused(Problem.of("workflow.clock.problem.running", move.to()));
        }
        LocalDate today = training.today();
        if (!from.equals(today)) {
            return Outcome.refused(Problem.of("workflow.clock.problem.moved", today));
        }
        if (!to.isAfter(today)) {
            return Outcome.refused(Problem.at("day", "workflow.clock.problem.back", today));
        }
        if (to.isAfter(today.plusYears(MOST_YEARS))) {
            return Outcome.refused(Problem.at("day", "workflow.clock.problem.far", MOST_YEARS));
        }
        transaction.executeWithoutResult(status -> trail.record(administrator, new AuditEvent(
                STREAM, "clock.move", "clock", STREAM, today.toString(), to.toString(), null, null)));
        Date began = Date.from(clock.now().truncatedTo(ChronoUnit.SECONDS));
        move = new Move(today, to, today, true, false, null);
        worker.begin(() -> run(today, to, began));
        return Outcome.done();
    }

    @Override
    public Optional<Move> latest() {
        Move latest = move;
        return latest == null || !latest.running()
                ? Optional.ofNullable(latest)
                : Optional.of(new Move(latest.from(), latest.to(), training.today(), true, false, null));
    }

    @Override
    public void await(Duration atMost) {
        worker.await(atMost);
    }

    private void run(LocalDate from, LocalDate to, Date began) {
        boolean failed = true;
        try {
            training.moveTo(to);
            failed = false;
        } catch (RuntimeException e) {
            LOG.error("The clock stopped on {} on its way from {} to {}", training.today(), from, to, e);
        } finally {
            move = new Move(from, to, training.today(), false, failed, happenedSince(began));
        }
    }

    private Happened happenedSince(Date began) {
        long timers = TIMERS.stream()
                .mapToLong(type -> history.createHistoricActivityInstanceQuery()
                        .activityType(type)
                        .finishedAfter(began)
                        .count())
                .sum();
        return new Happened(
                history.createHistoricActivityInstanceQuery().activityType("userTask").startedAfter(began).count(),
                timers,
                history.createHistoricProcessInstanceQuery().startedAfter(began).count(),
                history.createHistoricProcessInstanceQuery().finishedAfter(began).count(),
                runtime.createIncidentQuery().incidentTimestampAfter(began).count());
    }
}
