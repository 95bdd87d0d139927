package org.thun.evaluation.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.evaluation.EvaluationDesk;
import org.thun.evaluation.process.ApproveAssessmentTask.ApproveAssessment;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The evaluation manager makes the assessment final or sends it back. */
@Component
class ApproveAssessmentTask implements TaskHandler<ApproveAssessment> {

    enum Decision {
        APPROVE,
        RETURN
    }

    record ApproveAssessment(@NotNull Decision decision, @Size(max = 4000) String reason) {}

    private final EvaluationDesk desk;
    private final EvaluationFacts facts;

    ApproveAssessmentTask(EvaluationDesk desk, EvaluationFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "approve-assessment";
    }

    @Override
    public Class<ApproveAssessment> commandType() {
        return ApproveAssessment.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        List<Section> sections = new ArrayList<>(facts.assessment(task.businessKey()));
        sections.add(facts.comments(desk.assessment(task.businessKey()).orElseThrow().comments()));
        return TaskPage.of(facts.sheet(facts.subject(task.businessKey()), sections));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, ApproveAssessment command, Actor actor) {
        if (command.decision() == Decision.RETURN) {
            return desk.returnToEvaluator(task.businessKey(), command.reason(), actor)
                    .map(done -> Map.of("decision", Decision.RETURN.name()));
        }
        return desk.approve(task.businessKey(), actor)
                .map(some -> Map.of("decision", Decision.APPROVE.name(), "hasRecommendations", some));
    }
}
