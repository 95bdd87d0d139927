package org.thun.evaluation.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.evaluation.Assessment;
import org.thun.evaluation.AssessmentState;
import org.thun.evaluation.AssessmentText;
import org.thun.evaluation.Assignment;
import org.thun.evaluation.AssignmentState;
import org.thun.evaluation.Candidate;
import org.thun.evaluation.Evaluation;
import org.thun.evaluation.EvaluationDesk;
import org.thun.evaluation.EvaluationState;
import org.thun.evaluation.FactComment;
import org.thun.evaluation.ManagementAnswer;
import org.thun.evaluation.ProposedAction;
import org.thun.evaluation.Rating;
import org.thun.evaluation.Recommendation;
import org.thun.evaluation.RecommendationState;
import org.thun.evaluation.internal.EvaluationMapper.AssessmentRow;
import org.thun.evaluation.internal.EvaluationMapper.AssignmentRow;
import org.thun.evaluation.internal.EvaluationMapper.EvaluationRow;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.programmes.CodeItem;
import org.thun.programmes.EvaluationPolicy;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
@Transactional
class EvaluationBook implements EvaluationDesk {

    private static final Set<AssessmentState> WITH_EVALUATOR =
            Set.of(AssessmentState.REVISION, AssessmentState.RETURNED);

    private final EvaluationMapper rows;
    private final Grants grants;
    private final Programmes programmes;
    private final Accounts accounts;
    private final ConflictFinder conflicts;
    private final AuditTrail audit;
    private final BusinessClock clock;

    EvaluationBook(
            EvaluationMapper rows,
            Grants grants,
            Programmes programmes,
            Accounts accounts,
            ConflictFinder conflicts,
            AuditTrail audit,
            BusinessClock clock) {
        this.rows = rows;
        this.grants = grants;
        this.programmes = programmes;
        this.accounts = accounts;
        this.conflicts = conflicts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Evaluation get(String evaluationId) {
        return toEvaluation(row(evaluationId));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Assessment> assessment(String evaluationId) {
        return rows.assessment(evaluationId).map(this::toAssessment);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Recommendation> recommendations(String evaluationId) {
        return rows.recommendations(evaluationId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Candidate> candidates(String evaluationId) {
        EvaluationRow evaluation = row(evaluationId);
        Grant grant = grants.get(evaluation.grantId());
        int months = policy(grant).conflictMonths();
        Set<String> recused = rows.assignments(evaluationId).stream()
                .filter(assignment -> assignment.state() == AssignmentState.RECUSED)
                .map(AssignmentRow::evaluatorId)
                .collect(Collectors.toSet());
        return accounts.holders(Role.EV, grant.scope()).stream()
                .map(holder -> new Candidate(holder.accountId(), holder.name(),
                        conflicts.ties(holder.accountId(), grant, months), recused.contains(holder.accountId())))
                .toList();
    }

    @Override
    public Outcome<LocalDate> assign(String evaluationId, String evaluatorId, Actor actor) {
        EvaluationRow evaluation = row(evaluationId);
        Optional<Candidate> candidate = candidates(evaluationId).stream()
                .filter(person -> person.accountId().equals(evaluatorId))
                .findFirst();
        if (candidate.isEmpty()) {
            return Outcome.refused(Problem.at("evaluatorId", "evaluation.problem.noEvaluator"));
        }
        if (!candidate.get().isFree()) {
            return Outcome.refused(Problem.at("evaluatorId", "evaluation.problem.tied", candidate.get().name())
                    .under("SD3"));
        }
        if (evaluatorId.equals(actor.accountId())) {
            return Outcome.refused(Problem.at("evaluatorId", "evaluation.problem.ownWork").under("SD1"));
        }
        LocalDate today = clock.today();
        int no = evaluation.assignmentNo() + 1;
        LocalDate answerDueOn = WorkingDays.after(today, policyOf(evaluation).acceptWorkingDays());
        AssignmentRow assignment = new AssignmentRow(Ids.next(), evaluationId, no, evaluatorId,
                AssignmentState.PROPOSED, actor.accountId(), today, answerDueOn, null, null);
        exactlyOne(rows.pointToAssignment(evaluationId, no));
        rows.insertAssignment(assignment);
        audit.record(actor, AuditEvent.transition(evaluation.grantId(), "evaluation.assign", "evaluationAssignment",
                        assignment.id(), null, AssignmentState.PROPOSED)
                .with(assignment));
        return Outcome.done(answerDueOn);
    }

    @Override
    public Outcome<AssignmentState> declare(String evaluationId, Declaration declaration, Actor actor) {
        boolean wordsNeeded = declaration.conflict() || !declaration.accepted();
        if (wordsNeeded && declaration.words() == null) {
            return Outcome.refused(Problem.at("words", "evaluation.problem.wordsNeeded"));
        }
        EvaluationRow evaluation = row(evaluationId);
        AssignmentState to = declaration.conflict()
                ? AssignmentState.RECUSED
                : declaration.accepted() ? AssignmentState.ACCEPTED : AssignmentState.DECLINED;
        moveAssignment(evaluation, AssignmentState.PROPOSED, to, declaration.words(), "evaluation.declare", actor);
        return Outcome.done(to);
    }

    @Override
    public void replace(String evaluationId) {
        moveAssignment(row(evaluationId), AssignmentState.PROPOSED, AssignmentState.REPLACED, null,
                "evaluation.replace", Actor.SYSTEM);
    }

    @Override
    public Outcome<LocalDate> file(String evaluationId, AssessmentText text, Actor actor) {
        EvaluationRow evaluation = row(evaluationId);
        EvaluationPolicy policy = policyOf(evaluation);
        List<Problem> problems = problemsOf(text, policy.scale());
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        LocalDate today = clock.today();
        AssessmentRow assessment = new AssessmentRow(Ids.next(), evaluationId, AssessmentState.FACT_CHECK,
                text.method(), text.findings(), text.overallLevel(), text.overallReason(), today,
                today.plusDays(policy.factCommentDays()), null, null);
        rows.insertAssessment(assessment);
        writeParts(evaluation, assessment.id(), text);
        moveAssignment(evaluation, AssignmentState.ACCEPTED, AssignmentState.DELIVERED, null, "evaluation.deliver",
                actor);
        audit.record(actor, AuditEvent.transition(evaluation.grantId(), "assessment.file", "assessment",
                        assessment.id(), null, AssessmentState.FACT_CHECK)
                .with(text));
        return Outcome.done(assessment.commentsDueOn());
    }

    @Override
    public Outcome<Void> comment(String evaluationId, List<String> comments, Actor actor) {
        AssessmentRow assessment = assessmentRow(evaluationId);
        int no = 0;
        for (String comment : comments) {
            rows.insertComment(assessment.id(), ++no, comment, actor.accountId());
        }
        moveAssessment(assessment, AssessmentState.REVISION, null,
                AuditEvent.transition(row(evaluationId).grantId(), "assessment.comment", "assessment",
                        assessment.id(), assessment.state(), AssessmentState.REVISION).with(comments), actor);
        return Outcome.done();
    }

    @Override
    public void closeComments(String evaluationId) {
        AssessmentRow assessment = assessmentRow(evaluationId);
        moveAssessment(assessment, AssessmentState.REVISION, null,
                AuditEvent.transition(row(evaluationId).grantId(), "assessment.closeComments", "assessment",
                        assessment.id(), assessment.state(), AssessmentState.REVISION), Actor.SYSTEM);
    }

    @Override
    public Outcome<Void> finalise(
            String evaluationId, AssessmentText text, Map<Integer, String> answers, Actor actor) {
        EvaluationRow evaluation = row(evaluationId);
        AssessmentRow assessment = assessmentRow(evaluationId);
        if (!WITH_EVALUATOR.contains(assessment.state())) {
            throw new OptimisticLockingFailureException("assessment " + assessment.id() + " is " + assessment.state());
        }
        List<Problem> problems = new ArrayList<>(problemsOf(text, policyOf(evaluation).scale()));
        for (FactComment comment : rows.comments(assessment.id())) {
            if (answers.get(comment.no()) == null) {
                problems.add(Problem.at("answers", "evaluation.problem.commentUnanswered", comment.no())
                        .under("BR-28"));
            }
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        rows.rewrite(assessment.id(), text.method(), text.findings(), text.overallLevel(), text.overallReason());
        rows.deleteRatings(assessment.id());
        rows.deleteDraftRecommendations(evaluationId);
        writeParts(evaluation, assessment.id(), text);
        answers.forEach((no, answer) -> rows.answerComment(assessment.id(), no, answer));
        moveAssessment(assessment, AssessmentState.SUBMITTED, null,
                AuditEvent.transition(evaluation.grantId(), "assessment.finalise", "assessment", assessment.id(),
                        assessment.state(), AssessmentState.SUBMITTED).with(text), actor);
        return Outcome.done();
    }

    @Override
    public Outcome<Boolean> approve(String evaluationId, Actor actor) {
        EvaluationRow evaluation = row(evaluationId);
        AssessmentRow assessment = assessmentRow(evaluationId);
        LocalDate today = clock.today();
        int opened = rows.openRecommendations(
                evaluationId, today.plusDays(policyOf(evaluation).managementAnswerDays()));
        moveAssignment(evaluation, AssignmentState.DELIVERED, AssignmentState.APPROVED, null, "evaluation.approve",
                actor);
        moveAssessment(assessment, AssessmentState.FINAL, null,
                AuditEvent.transition(evaluation.grantId(), "assessment.approve", "assessment", assessment.id(),
                        assessment.state(), AssessmentState.FINAL), actor);
        exactlyOne(rows.move(evaluationId, EvaluationState.RUNNING, EvaluationState.FINAL, today));
        return Outcome.done(opened > 0);
    }

    @Override
    public Outcome<Void> returnToEvaluator(String evaluationId, String reason, Actor actor) {
        if (reason == null) {
            return Outcome.refused(Problem.at("reason", "evaluation.problem.reasonNeeded"));
        }
        AssessmentRow assessment = assessmentRow(evaluationId);
        moveAssessment(assessment, AssessmentState.RETURNED, reason,
                AuditEvent.transition(row(evaluationId).grantId(), "assessment.return", "assessment",
                        assessment.id(), assessment.state(), AssessmentState.RETURNED).because(reason), actor);
        return Outcome.done();
    }

    @Override
    public Outcome<Void> answer(String evaluationId, List<RecommendationAnswer> answers, Actor actor) {
        List<Recommendation> open = rows.recommendations(evaluationId).stream()
                .filter(recommendation -> recommendation.state() == RecommendationState.OPEN)
                .toList();
        Map<Integer, RecommendationAnswer> byNo = new HashMap<>();
        answers.forEach(answer -> byNo.put(answer.no(), answer));
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            problems.addAll(problemsOf(byNo.get(open.get(i).no()), open.get(i).no(), i));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        for (Recommendation recommendation : open) {
            RecommendationAnswer answer = byNo.get(recommendation.no());
            LocalDate dueOn = answer.answer() == ManagementAnswer.REJECT ? recommendation.dueOn() : answer.dueOn();
            exactlyOne(rows.answerRecommendation(recommendation.id(), answer.answer(), answer.reason(), dueOn));
            audit.record(actor, AuditEvent.transition(recommendation.grantId(), "recommendation.answer",
                            "recommendation", recommendation.id(), RecommendationState.OPEN,
                            RecommendationState.ANSWERED)
                    .because(answer.reason())
                    .with(answer));
        }
        return Outcome.done();
    }

    Evaluation toEvaluation(EvaluationRow row) {
        List<Assignment> assignments = rows.assignments(row.id()).stream().map(this::toAssignment).toList();
        return new Evaluation(row.id(), row.grantId(), row.code(), new LocalizedText(row.titleTh(), row.titleEn()),
                row.grantMonth(), row.opensOn(), row.dueOn(), row.state(), row.finalOn(), assignments);
    }

    private Assignment toAssignment(AssignmentRow row) {
        return new Assignment(row.id(), row.seqNo(), row.evaluatorId(),
                accounts.nameOf(row.evaluatorId()).orElseThrow(), row.state(), row.assignedOn(), row.answerDueOn(),
                row.declaration(), row.endedOn());
    }

    private Assessment toAssessment(AssessmentRow row) {
        List<ProposedAction> actions = rows.recommendations(row.evaluationId()).stream()
                .map(action -> new ProposedAction(action.text(), action.importance(), action.dueOn()))
                .toList();
        AssessmentText text = new AssessmentText(row.method(), row.findings(), rows.ratings(row.id()),
                row.overallLevel(), row.overallReason(), actions);
        return new Assessment(row.id(), row.state(), text, row.filedOn(), row.commentsDueOn(),
                rows.comments(row.id()), row.returnReason(), row.finalOn());
    }

    private void writeParts(EvaluationRow evaluation, String assessmentId, AssessmentText text) {
        rows.insertRatings(assessmentId, text.ratings());
        int no = 0;
        for (ProposedAction action : text.recommendations()) {
            rows.insertRecommendation(Ids.next(), evaluation.grantId(), evaluation.id(), ++no, action.text(),
                    action.importance(), action.dueOn());
        }
    }

    private List<Problem> problemsOf(AssessmentText text, EvaluationPolicy.RatingScale scale) {
        List<Problem> problems = new ArrayList<>();
        Set<String> levels = codes(scale.levels());
        Set<String> rated = new HashSet<>();
        for (int i = 0; i < text.ratings().size(); i++) {
            Rating rating = text.ratings().get(i);
            if (!codes(scale.criteria()).contains(rating.criterion()) || !rated.add(rating.criterion())) {
                problems.add(Problem.at("ratings[" + i + "].criterion", "evaluation.problem.criterion").under("BR-27"));
            }
            if (!levels.contains(rating.level())) {
                problems.add(Problem.at("ratings[" + i + "].level", "evaluation.problem.level").under("BR-27"));
            }
        }
        for (CodeItem criterion : scale.criteria()) {
            if (!rated.contains(criterion.code())) {
                problems.add(Problem.at("ratings", "evaluation.problem.notRated", criterion.text()).under("BR-27"));
            }
        }
        if (!levels.contains(text.overallLevel())) {
            problems.add(Problem.at("overallLevel", "evaluation.problem.level").under("BR-27"));
        }
        for (int i = 0; i < text.recommendations().size(); i++) {
            if (text.recommendations().get(i).dueOn().isBefore(clock.today())) {
                problems.add(Problem.at("recommendations[" + i + "].dueOn", "evaluation.problem.duePast"));
            }
        }
        return problems;
    }

    private List<Problem> problemsOf(RecommendationAnswer answer, int no, int index) {
        String at = "answers[" + index + "]";
        if (answer == null) {
            return List.of(Problem.at("answers", "evaluation.problem.recommendationUnanswered", no).under("BR-29"));
        }
        List<Problem> problems = new ArrayList<>();
        if (answer.answer() != ManagementAnswer.ACCEPT && answer.reason() == null) {
            problems.add(Problem.at(at + ".reason", "evaluation.problem.reasonNeeded").under("BR-29"));
        }
        if (answer.answer() != ManagementAnswer.REJECT && answer.dueOn() == null) {
            problems.add(Problem.at(at + ".dueOn", "evaluation.problem.dueNeeded").under("BR-29"));
        } else if (answer.dueOn() != null && answer.dueOn().isBefore(clock.today())) {
            problems.add(Problem.at(at + ".dueOn", "evaluation.problem.duePast"));
        }
        return problems;
    }

    private void moveAssignment(
            EvaluationRow evaluation,
            AssignmentState from,
            AssignmentState to,
            String words,
            String command,
            Actor actor) {
        AssignmentRow current = rows.assignments(evaluation.id()).stream()
                .filter(assignment -> assignment.seqNo() == evaluation.assignmentNo())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("evaluation " + evaluation.id() + " has nobody"));
        boolean ended = to != AssignmentState.ACCEPTED && to != AssignmentState.DELIVERED;
        exactlyOne(rows.moveAssignment(current.id(), from, to, words, ended ? clock.today() : null));
        audit.record(actor, AuditEvent.transition(evaluation.grantId(), command, "evaluationAssignment", current.id(),
                        from, to)
                .because(words));
    }

    private void moveAssessment(
            AssessmentRow assessment,
            AssessmentState to,
            String returnReason,
            AuditEvent event,
            Actor actor) {
        LocalDate finalOn = to == AssessmentState.FINAL ? clock.today() : null;
        exactlyOne(rows.moveAssessment(assessment.id(), assessment.state(), to, returnReason, finalOn));
        audit.record(actor, event);
    }

    private EvaluationRow row(String evaluationId) {
        return rows.find(evaluationId)
                .orElseThrow(() -> new IllegalArgumentException("no evaluation " + evaluationId));
    }

    private AssessmentRow assessmentRow(String evaluationId) {
        return rows.assessment(evaluationId)
                .orElseThrow(() -> new IllegalStateException("evaluation " + evaluationId + " has no assessment"));
    }

    private EvaluationPolicy policyOf(EvaluationRow evaluation) {
        return policy(grants.get(evaluation.grantId()));
    }

    private EvaluationPolicy policy(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion()).evaluation();
    }

    private static Set<String> codes(List<CodeItem> items) {
        return items.stream().map(CodeItem::code).collect(Collectors.toSet());
    }

    private static void exactlyOne(int changed) {
        if (changed != 1) {
            throw new OptimisticLockingFailureException("somebody else was faster");
        }
    }
}
