package org.thun.evaluation.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.evaluation.AssessmentText;
import org.thun.evaluation.EvaluationDesk;
import org.thun.evaluation.ProposedAction;
import org.thun.evaluation.Rating;
import org.thun.evaluation.process.FileAssessmentTask.FileAssessment;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The evaluator rates every criterion with a reason, states the overall rating (BR-27) and recommends. */
@Component
class FileAssessmentTask implements TaskHandler<FileAssessment> {

    record FileAssessment(
            @NotNull @Size(max = 8000) String method,
            @NotNull @Size(max = 20000) String findings,
            @Valid List<Rating> ratings,
            @NotNull String overallLevel,
            @NotNull @Size(max = 4000) String overallReason,
            @Valid List<ProposedAction> recommendations) {}

    private final EvaluationDesk desk;
    private final EvaluationFacts facts;

    FileAssessmentTask(EvaluationDesk desk, EvaluationFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "file-assessment";
    }

    @Override
    public Class<FileAssessment> commandType() {
        return FileAssessment.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        List<Map<String, Object>> unrated = facts.scale(task.businessKey()).criteria().stream()
                .map(criterion -> Map.<String, Object>of("criterion", criterion.code()))
                .toList();
        return new TaskPage(FactSheet.of(facts.subject(task.businessKey())), Map.of("ratings", unrated),
                facts.options(task.businessKey()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, FileAssessment command, Actor actor) {
        AssessmentText text = new AssessmentText(command.method(), command.findings(), command.ratings(),
                command.overallLevel(), command.overallReason(), command.recommendations());
        return desk.file(task.businessKey(), text, actor)
                .map(commentsDueOn -> Map.of("commentsDeadline", Deadlines.endOf(commentsDueOn)));
    }
}
