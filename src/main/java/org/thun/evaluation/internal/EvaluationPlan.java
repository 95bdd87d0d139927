package org.thun.evaluation.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.evaluation.EvaluationState;
import org.thun.evaluation.internal.EvaluationMapper.EvaluationRow;
import org.thun.grants.AgreementEffective;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.programmes.EvaluationPolicy.PlannedEvaluation;
import org.thun.programmes.Programmes;
import org.thun.shared.DateRange;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.workflow.DailyWork;
import org.thun.workflow.Processes;

/** Lays out the evaluations the programme asks for and starts each in its month. */
@Component
class EvaluationPlan implements DailyWork {

    static final String PROCESS = "evaluation";

    private final EvaluationMapper rows;
    private final Grants grants;
    private final Programmes programmes;
    private final Processes processes;
    private final AuditTrail audit;

    EvaluationPlan(
            EvaluationMapper rows, Grants grants, Programmes programmes, Processes processes, AuditTrail audit) {
        this.rows = rows;
        this.grants = grants;
        this.programmes = programmes;
        this.processes = processes;
        this.audit = audit;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void layOut(AgreementEffective effective) {
        Grant grant = grants.get(effective.grantId());
        if (!rows.ofGrant(grant.id()).isEmpty()) {
            return;
        }
        programmes.version(grant.programmeKey(), grant.programmeVersion())
                .evaluation()
                .evaluations()
                .forEach(planned -> rows.insert(row(planned, grant)));
    }

    @Override
    public void on(LocalDate day) {
        Set<String> running = grants.running().stream().map(Grant::id).collect(Collectors.toSet());
        rows.dueToOpen(day).stream()
                .filter(evaluation -> running.contains(evaluation.grantId()))
                .forEach(this::open);
    }

    private void open(EvaluationRow evaluation) {
        if (rows.move(evaluation.id(), EvaluationState.PLANNED, EvaluationState.RUNNING, null) == 0) {
            return;
        }
        audit.record(Actor.SYSTEM, AuditEvent.transition(evaluation.grantId(), "evaluation.open", "evaluation",
                evaluation.id(), EvaluationState.PLANNED, EvaluationState.RUNNING));
        processes.start(PROCESS, evaluation.id(), evaluation.grantId(),
                new LocalizedText(evaluation.titleTh(), evaluation.titleEn()), Map.of());
    }

    private static EvaluationRow row(PlannedEvaluation planned, Grant grant) {
        int month = planned.month() == null ? grant.durationMonths() : planned.month();
        DateRange days = grant.months().month(month);
        return new EvaluationRow(Ids.next(), grant.id(), grant.programmeKey(), grant.organisationId(), planned.code(),
                planned.title().th(), planned.title().en(), month, days.from(), days.to(), EvaluationState.PLANNED, 0,
                null);
    }
}
