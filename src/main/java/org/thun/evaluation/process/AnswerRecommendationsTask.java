package org.thun.evaluation.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.evaluation.EvaluationDesk;
import org.thun.evaluation.EvaluationDesk.RecommendationAnswer;
import org.thun.evaluation.ManagementAnswer;
import org.thun.evaluation.Recommendation;
import org.thun.evaluation.process.AnswerRecommendationsTask.AnswerRecommendations;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The grantee's lead answers every recommendation (BR-29). */
@Component
class AnswerRecommendationsTask implements TaskHandler<AnswerRecommendations> {

    record AnswerRecommendations(@Valid List<Answer> answers) {}

    record Answer(
            @NotNull Integer no, @NotNull ManagementAnswer answer, @Size(max = 4000) String reason, LocalDate dueOn) {}

    private final EvaluationDesk desk;
    private final EvaluationFacts facts;

    AnswerRecommendationsTask(EvaluationDesk desk, EvaluationFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "answer-recommendations";
    }

    @Override
    public Class<AnswerRecommendations> commandType() {
        return AnswerRecommendations.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        List<Recommendation> recommendations = desk.recommendations(task.businessKey());
        List<Map<String, Object>> answers = recommendations.stream()
                .map(one -> Map.<String, Object>of("no", one.no(), "dueOn", one.dueOn()))
                .toList();
        return TaskPage.of(
                FactSheet.of(facts.subject(task.businessKey()), facts.recommendations(recommendations)),
                Map.of("answers", answers));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, AnswerRecommendations command, Actor actor) {
        List<RecommendationAnswer> answers = command.answers().stream()
                .map(one -> new RecommendationAnswer(one.no(), one.answer(), one.reason(), one.dueOn()))
                .toList();
        return desk.answer(task.businessKey(), answers, actor).map(done -> Map.of());
    }
}
