package org.thun.evaluation.process;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.evaluation.Assessment;
import org.thun.evaluation.Assignment;
import org.thun.evaluation.Evaluation;
import org.thun.evaluation.EvaluationDesk;
import org.thun.evaluation.Recommendation;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskSource;

/** The evaluator's own tasks belong to that one person; who evaluates never approves (SD1). */
@Component
class EvaluationTaskSource implements TaskSource {

    private final EvaluationDesk desk;
    private final Grants grants;
    private final Programmes programmes;
    private final BusinessClock clock;

    EvaluationTaskSource(EvaluationDesk desk, Grants grants, Programmes programmes, BusinessClock clock) {
        this.desk = desk;
        this.grants = grants;
        this.programmes = programmes;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return "evaluation";
    }

    @Override
    public TaskContext contextOf(String elementId, String businessKey) {
        Evaluation evaluation = desk.get(businessKey);
        Grant grant = grants.get(evaluation.grantId());
        String evaluatorId = evaluation.assignment().map(Assignment::evaluatorId).orElse(null);
        String assignee =
                switch (elementId) {
                    case "task_declareConflict", "task_fileAssessment", "task_finaliseAssessment" -> evaluatorId;
                    default -> null;
                };
        Set<String> excluded = elementId.equals("task_approveAssessment") ? Set.of(evaluatorId) : Set.of();
        return new TaskContext(grant.id(), grant.path(), grant.number(), grant.scope(), evaluation.title(),
                dueOn(elementId, evaluation, grant), assignee, excluded);
    }

    private LocalDate dueOn(String elementId, Evaluation evaluation, Grant grant) {
        ProgrammeDefinition programme = programmes.version(grant.programmeKey(), grant.programmeVersion());
        LocalDate today = clock.today();
        return switch (elementId) {
            case "task_assignEvaluator" -> evaluation.dueOn();
            case "task_declareConflict" -> evaluation.assignment().map(Assignment::answerDueOn).orElse(today);
            case "task_fileAssessment" -> today.plusDays(programme.timeLimits().evaluation());
            case "task_commentFacts" -> desk.assessment(evaluation.id()).map(Assessment::commentsDueOn).orElse(today);
            case "task_finaliseAssessment" -> today.plusDays(programme.timeLimits().correction());
            case "task_approveAssessment" -> today.plusDays(programme.timeLimits().officerCheck());
            case "task_answerRecommendations" -> desk.recommendations(evaluation.id()).stream()
                    .map(Recommendation::answerDueOn)
                    .findFirst()
                    .orElse(today);
            default -> throw new IllegalArgumentException("no such step of an evaluation: " + elementId);
        };
    }
}
