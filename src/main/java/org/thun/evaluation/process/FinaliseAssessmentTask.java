package org.thun.evaluation.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.evaluation.Assessment;
import org.thun.evaluation.AssessmentText;
import org.thun.evaluation.EvaluationDesk;
import org.thun.evaluation.FactComment;
import org.thun.evaluation.ProposedAction;
import org.thun.evaluation.Rating;
import org.thun.evaluation.process.FinaliseAssessmentTask.FinaliseAssessment;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The evaluator answers every comment (BR-28) and writes the final text, starting from what was filed. */
@Component
class FinaliseAssessmentTask implements TaskHandler<FinaliseAssessment> {

    record FinaliseAssessment(
            @Valid List<CommentAnswer> answers,
            @NotNull @Size(max = 8000) String method,
            @NotNull @Size(max = 20000) String findings,
            @Valid List<Rating> ratings,
            @NotNull String overallLevel,
            @NotNull @Size(max = 4000) String overallReason,
            @Valid List<ProposedAction> recommendations) {}

    record CommentAnswer(@NotNull Integer no, @NotNull @Size(max = 4000) String answer) {}

    private final EvaluationDesk desk;
    private final EvaluationFacts facts;

    FinaliseAssessmentTask(EvaluationDesk desk, EvaluationFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "finalise-assessment";
    }

    @Override
    public Class<FinaliseAssessment> commandType() {
        return FinaliseAssessment.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        Assessment assessment = desk.assessment(task.businessKey()).orElseThrow();
        List<Section> sections = new ArrayList<>();
        sections.add(facts.subject(task.businessKey()));
        if (assessment.returnReason() != null) {
            sections.add(Section.facts("evaluation.facts.returned",
                    Fact.of("evaluation.returnReason", assessment.returnReason())));
        }
        sections.add(facts.comments(assessment.comments()));
        return new TaskPage(new FactSheet(sections), values(assessment), facts.options(task.businessKey()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, FinaliseAssessment command, Actor actor) {
        AssessmentText text = new AssessmentText(command.method(), command.findings(), command.ratings(),
                command.overallLevel(), command.overallReason(), command.recommendations());
        Map<Integer, String> answers = new HashMap<>();
        command.answers().forEach(answer -> answers.put(answer.no(), answer.answer()));
        return desk.finalise(task.businessKey(), text, answers, actor).map(done -> Map.of());
    }

    private static Map<String, Object> values(Assessment assessment) {
        AssessmentText text = assessment.text();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("answers", assessment.comments().stream().map(FinaliseAssessmentTask::value).toList());
        values.put("method", text.method());
        values.put("findings", text.findings());
        values.put("ratings", text.ratings().stream()
                .map(rating -> Map.of("criterion", rating.criterion(), "level", rating.level(),
                        "reason", rating.reason()))
                .toList());
        values.put("overallLevel", text.overallLevel());
        values.put("overallReason", text.overallReason());
        values.put("recommendations", text.recommendations().stream()
                .map(action -> Map.of("text", action.text(), "importance", action.importance().name(),
                        "dueOn", action.dueOn()))
                .toList());
        return values;
    }

    private static Map<String, Object> value(FactComment comment) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("no", comment.no());
        value.put("answer", comment.answer());
        return value;
    }
}
