package org.thun.evaluation.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.evaluation.Assessment;
import org.thun.evaluation.AssessmentState;
import org.thun.evaluation.Evaluation;
import org.thun.evaluation.Evaluations;
import org.thun.evaluation.Recommendation;
import org.thun.evaluation.RecommendationState;
import org.thun.evaluation.internal.EvaluationMapper.WorkRow;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Accounts;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Reach;
import org.thun.identity.Role;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
@Transactional(readOnly = true)
class EvaluationReading implements Evaluations {

    /** Those who take part before the assessment is final: the check of facts and its approval. */
    private static final Set<Role> TAKE_PART = Set.of(Role.GL, Role.GC, Role.MT, Role.PO, Role.AP, Role.EM, Role.AU);

    private final EvaluationMapper rows;
    private final EvaluationBook book;
    private final Grants grants;
    private final Accounts accounts;
    private final AuditTrail audit;

    EvaluationReading(
            EvaluationMapper rows, EvaluationBook book, Grants grants, Accounts accounts, AuditTrail audit) {
        this.rows = rows;
        this.book = book;
        this.grants = grants;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public List<Evaluation> ofGrant(Grant grant, Actor actor) {
        return mayRead(grant, actor)
                ? rows.ofGrant(grant.id()).stream().map(book::toEvaluation).toList()
                : List.of();
    }

    @Override
    public Optional<Assessment> assessment(Grant grant, String evaluationId, Actor actor) {
        Optional<Evaluation> evaluation = ofGrant(grant, actor).stream()
                .filter(known -> known.id().equals(evaluationId))
                .findFirst();
        return evaluation.flatMap(known -> book.assessment(known.id())
                .filter(assessment -> maySee(assessment, known, grant, actor)));
    }

    @Override
    public List<Recommendation> recommendations(Grant grant, Actor actor) {
        return actor.may(Action.READ, ObjectKind.RECOMMENDATION, grant.scope())
                ? rows.finalRecommendations(grant.id())
                : List.of();
    }

    @Override
    @Transactional
    public Outcome<Void> verify(Grant grant, String recommendationId, String note, Actor actor) {
        Optional<Role> checker = actor.roleFor(Action.CHECK, ObjectKind.RECOMMENDATION, grant.scope());
        Optional<Recommendation> found = rows.finalRecommendations(grant.id()).stream()
                .filter(recommendation -> recommendation.id().equals(recommendationId))
                .findFirst();
        if (checker.isEmpty() || found.isEmpty()) {
            return Outcome.refused(Problem.of("evaluation.problem.mayNotVerify"));
        }
        if (note == null || note.isBlank()) {
            return Outcome.refused(Problem.at("note", "evaluation.problem.noteNeeded"));
        }
        if (!found.get().isVerifiable()) {
            return Outcome.refused(Problem.of("evaluation.problem.notVerifiable"));
        }
        if (rows.verifyRecommendation(recommendationId, note.strip()) != 1) {
            throw new OptimisticLockingFailureException("recommendation was verified meanwhile");
        }
        audit.record(actor.as(checker.get()), AuditEvent.transition(grant.id(), "recommendation.verify",
                        "recommendation", recommendationId, RecommendationState.ANSWERED, RecommendationState.VERIFIED)
                .because(note.strip()));
        return Outcome.done();
    }

    @Override
    public DeskPage desk(DeskFilter filter, Actor actor) {
        Reach managed = actor.reach(Action.CHECK, ObjectKind.ASSESSMENT);
        List<WorkRow> work = rows.work(actor.accountId(), managed, filter.state(), filter.size(),
                (filter.page() - 1) * filter.size());
        Map<String, Grant> byId = work.stream()
                .map(WorkRow::grantId)
                .distinct()
                .map(grants::get)
                .collect(Collectors.toMap(Grant::id, Function.identity()));
        return new DeskPage(
                work.stream().map(row -> deskRow(row, byId.get(row.grantId()))).toList(),
                rows.countWork(actor.accountId(), managed, filter.state()));
    }

    private DeskRow deskRow(WorkRow row, Grant grant) {
        LocalizedText evaluator =
                row.evaluatorId() == null ? null : accounts.nameOf(row.evaluatorId()).orElseThrow();
        return new DeskRow(row.id(), grant.id(), grant.number(), grant.granteeName(),
                new LocalizedText(row.titleTh(), row.titleEn()), row.state(), row.opensOn(), row.dueOn(), evaluator,
                row.assignmentState(), row.assessmentState());
    }

    private static boolean mayRead(Grant grant, Actor actor) {
        return actor.may(Action.READ, ObjectKind.EVALUATION_ASSIGNMENT, grant.scope())
                || actor.may(Action.READ, ObjectKind.ASSESSMENT, grant.scope());
    }

    private static boolean maySee(Assessment assessment, Evaluation evaluation, Grant grant, Actor actor) {
        return actor.may(Action.READ, ObjectKind.ASSESSMENT, grant.scope())
                && (assessment.state() == AssessmentState.FINAL
                        || evaluation.isAssignedTo(actor.accountId())
                        || actor.firstHeld(TAKE_PART, grant.scope()).isPresent());
    }
}
