package org.thun.evaluation.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.evaluation.EvaluationDesk;
import org.thun.evaluation.process.CommentFactsTask.CommentFacts;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The grantee's lead says where facts are wrong; no comment is an answer too (BR-28). */
@Component
class CommentFactsTask implements TaskHandler<CommentFacts> {

    record CommentFacts(@Valid List<Comment> comments) {}

    record Comment(@NotNull @Size(max = 4000) String text) {}

    private final EvaluationDesk desk;
    private final EvaluationFacts facts;

    CommentFactsTask(EvaluationDesk desk, EvaluationFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "comment-facts";
    }

    @Override
    public Class<CommentFacts> commandType() {
        return CommentFacts.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.sheet(facts.subject(task.businessKey()), facts.assessment(task.businessKey())));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, CommentFacts command, Actor actor) {
        List<String> comments = command.comments().stream().map(Comment::text).toList();
        return desk.comment(task.businessKey(), comments, actor).map(done -> Map.of());
    }
}
